import fc from "fast-check";
import { expect, it } from "vitest";
import { helpFor, readContactId } from "./contact-id.ts";
import { crc16 } from "./crc.ts";
import { answerFrame, readFrame, writeFrame } from "./dc09.ts";

/** As a panel sends it, without line feed and carriage return. */
const framed = (text: string): string => writeFrame(text).slice(1, -1);
const alarm = '"ADM-CID"0007R1L2#1234[#1234|1130 01 015]_14:45:00,06-10-2026';

it("the checksum is CRC-16/ARC", () => {
  // the check value that catalogues of checksums give for this one
  expect(crc16(Buffer.from("123456789"))).toBe(0xbb3d);
});

it("reads a frame into its parts", () => {
  expect(readFrame(framed(alarm))).toEqual({
    kind: "message",
    message: {
      id: "ADM-CID",
      sequence: "0007",
      receiver: "R1",
      line: "L2",
      account: "1234",
      data: "#1234|1130 01 015",
      timestamp: "14:45:00,06-10-2026",
    },
  });
});

it("no single changed character goes unseen", () => {
  const frame = framed(alarm);
  const place = fc.nat({ max: frame.length - 1 });
  fc.assert(
    fc.property(place, fc.integer({ min: 32, max: 126 }), (index, code) => {
      const changed = frame.slice(0, index) + String.fromCharCode(code) + frame.slice(index + 1);
      fc.pre(changed !== frame && changed.toUpperCase() !== frame);
      expect(readFrame(changed).kind).toBe("damaged");
    }),
  );
});

it("whatever comes is read or damaged, and nothing throws", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(["message", "damaged"]).toContain(readFrame(text).kind);
      expect(["message", "damaged"]).toContain(readFrame(framed(text)).kind);
    }),
  );
});

it("an answer repeats what the panel knows its message by, and is a frame itself", () => {
  const reading = readFrame(framed(alarm));
  if (reading.kind !== "message") throw new Error(reading.reason);
  const answer = answerFrame("ACK", reading.message);
  expect(answer).toMatch(/^\n[0-9A-F]{4}0[0-9A-F]{3}"ACK"0007R1L2#1234\[\]\r$/);
  expect(readFrame(answer.slice(1, -1)).kind).toBe("message");
});

it.each([
  ["a medical alarm", "1100", "MEDICAL"],
  ["a fire alarm", "1110", "FIRE"],
  ["a panic button", "1120", "SECURITY"],
  ["a burglary", "1130", "SECURITY"],
  ["a restore", "3130", null],
  ["an opening", "1401", null],
  ["a test report", "1602", null],
  ["a fault", "1301", null],
])("%s (%s) sends %s", (_what, event, help) => {
  const read = readContactId(`#1234|${event} 01 015`);
  expect(read && helpFor(read)).toBe(help);
});
