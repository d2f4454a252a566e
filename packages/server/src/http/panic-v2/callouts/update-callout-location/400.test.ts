import { useSystem } from "@tocsin/testkit";
import { expect, test } from "vitest";

const system = useSystem();

test.each([
  ["nothing", {}, ["latitude", "longitude"]],
  ["no body", undefined, ["body"]],
  ["text for numbers", { latitude: "1", longitude: "2" }, ["latitude", "longitude"]],
  ["beyond the pole", { latitude: 90.01, longitude: 0 }, ["latitude"]],
  ["beyond the date line", { latitude: 0, longitude: -180.5 }, ["longitude"]],
  ["infinity", '{"latitude": 1e999, "longitude": 0}', ["latitude"]],
  ["null", { latitude: null, longitude: 0 }, ["latitude"]],
  ["an accuracy below zero", { latitude: 0, longitude: 0, accuracy: -1 }, ["accuracy"]],
  ["an accuracy wider than the earth", { latitude: 0, longitude: 0, accuracy: 1e9 }, ["accuracy"]],
])("%s", async (_title, body, fields) => {
  for (const tail of ["location", "updateLocationAndReturnCallout"]) {
    const path = `/panic-api/v2/callouts/1/${tail}`;
    const answer = await system.request({ method: "POST", path, body });
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((each: { field: string }) => each.field)).toEqual(fields);
  }
});
