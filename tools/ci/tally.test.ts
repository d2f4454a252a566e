import { expect, it } from "vitest";
import { writeTree } from "../testing/write-tree.ts";
import { settle, tallyOfReport, tallyOfText, total } from "./tally.ts";

it("reads the last sum that stands alone on its line", () => {
  expect(tallyOfText("1 passed, 9 failed\nmore\n31 passed, 2 failed\n")).toEqual({ passed: 31, failed: 2 });
  expect(tallyOfText("it said 3 passed, 0 failed, and went on")).toBeUndefined();
});

it("counts the tests of a report, and each file that broke before its first test", () => {
  const report = {
    numPassedTests: 5,
    numFailedTests: 1,
    testResults: [
      { status: "passed", assertionResults: [{}, {}, {}, {}, {}] },
      { status: "failed", assertionResults: [{}] },
      { status: "failed", assertionResults: [] },
    ],
  };
  const folder = writeTree({ "report.json": JSON.stringify(report) });
  expect(tallyOfReport(`${folder}/report.json`)).toEqual({ passed: 5, failed: 2 });
  expect(tallyOfReport(`${folder}/never-written.json`)).toBeUndefined();
});

it("takes a stage that counted nothing for a failure, even when it ended well", () => {
  expect(settle(undefined, true)).toEqual({ passed: 0, failed: 1 });
});

it("takes a stage that ended badly for a failure, even when all it counted had passed", () => {
  expect(settle({ passed: 7, failed: 0 }, false)).toEqual({ passed: 7, failed: 1 });
});

it("leaves a tally alone that says how the stage ended", () => {
  expect(settle({ passed: 7, failed: 3 }, false)).toEqual({ passed: 7, failed: 3 });
  expect(settle({ passed: 7, failed: 0 }, true)).toEqual({ passed: 7, failed: 0 });
});

it("sums", () => {
  expect(total([settle(undefined, false), { passed: 7, failed: 3 }])).toEqual({ passed: 7, failed: 4 });
});
