import { expect, test } from "vitest";
import { emailAddress } from "./email-address.ts";

const isTaken = (value: unknown): boolean => emailAddress(254).safeParse(value).success;

test.each([
  "jane@example.com",
  "o'brien+home@mail.example.co.za",
  "jané@example.com",
  "jane@münchen.de",
  "用户@例子.公司",
  "jane@xn--mnchen-3ya.de",
  "a..b.@docomo.example",
  "j@e.x",
])("%s", (address) => {
  expect(isTaken(address)).toBe(true);
});

test.each([
  "jane",
  "@example.com",
  "jane@",
  "jane@example",
  "jane@example..com",
  "jane@.com",
  "jane@example.com.",
  "jane doe@example.com",
  "jane@exam ple.com",
  "Jane <jane@example.com>",
  "jane@home@example.com",
  "jane@example.com,joe@example.com",
  "jane@192.0.2.1",
  "jane@example.com\n",
  "ja\0ne@example.com",
  "ja\ud800ne@example.com",
  `${"j".repeat(65)}@example.com`,
  `jane@${"e".repeat(250)}.com`,
  5,
  null,
])("no address: %j", (value) => {
  expect(isTaken(value)).toBe(false);
});
