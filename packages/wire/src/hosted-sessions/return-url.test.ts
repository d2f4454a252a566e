import { expect, test } from "vitest";
import { returnUrl } from "./return-url.ts";

test.each([
  "https://example.com/done?x=1#y",
  "http://127.0.0.1:3000/back",
  "myapp://signup/done",
  "myapp:done",
  "com.example.app:/oauth",
  "intent://done#Intent;scheme=myapp;end",
])("%s is an address to go back to", (address) => {
  expect(returnUrl.parse(address)).toBe(address);
});

test.each([
  "",
  "/done",
  "//example.com/done",
  "example.com",
  "https://",
  "javascript:alert(1)",
  "JavaScript:alert(1)",
  " java\nscript:alert(1)",
  "\u0001javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:x",
  "blob:https://example.com/x",
  "file:///etc/passwd",
  "about:blank",
  "view-source:https://example.com",
  `https://example.com/${"x".repeat(2048)}`,
  42,
])("%j is none", (address) => {
  expect(returnUrl.safeParse(address).success).toBe(false);
});
