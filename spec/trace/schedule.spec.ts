import { defaultSchedule, formatSchedule, InterloopError, parseSchedule, type Schedule, UsageError } from "interloop";
import { describe, expect, test } from "vitest";
import { TIME_PASSES } from "../../src/kernel/kernel.js";
import { codeOf, scheduleOf, toSchedule } from "../../src/trace/schedule.js";

const schedule: Schedule = [
  { index: 0, choice: { thread: 1 } },
  { index: 7, choice: "time" },
  { index: 12, choice: { way: 2 } },
];

function errorOf(text: string): string {
  try {
    parseSchedule(text);
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toBeInstanceOf(InterloopError);
    return (error as UsageError).message;
  }
  throw new Error(`${text} was read`);
}

describe("a schedule as text", () => {
  test("is one line: the version, then each choice that is not the default's", () => {
    expect(formatSchedule(schedule)).toBe("i1:0=t1,7=time,12=2");
    expect(parseSchedule("i1:0=t1,7=time,12=2")).toEqual(schedule);
  });

  test("of the default is the version alone", () => {
    expect(formatSchedule([])).toBe("i1:");
    expect(defaultSchedule).toBe("i1:");
    expect(parseSchedule("i1:")).toEqual([]);
  });

  test("may have white space around it, such as the end of a line", () => {
    expect(parseSchedule(" i1:3=t0\n")).toEqual([{ index: 3, choice: { thread: 0 } }]);
  });

  test.each([
    [
      "v1:0.0.1",
      'schedule "v1:0.0.1": it does not begin with i1:: write i1: and then INDEX=CHOICE pairs with commas between, such as i1:3=t1,7=time',
    ],
    [
      "",
      'schedule "": it does not begin with i1:: write i1: and then INDEX=CHOICE pairs with commas between, such as i1:3=t1,7=time',
    ],
    [
      "i1:3=t1,7=later",
      'schedule, entry 2 (character 9), "7=later": it is not INDEX=CHOICE, where INDEX is a number and CHOICE is tN, time or a number',
    ],
    [
      "i1:3=t1,",
      'schedule, entry 2 (character 9), "": it is not INDEX=CHOICE, where INDEX is a number and CHOICE is tN, time or a number',
    ],
    [
      "i1:03=t1",
      'schedule, entry 1 (character 4), "03=t1": it is not INDEX=CHOICE, where INDEX is a number and CHOICE is tN, time or a number',
    ],
    [
      "i1:3=t1, 7=time",
      'schedule, entry 2 (character 9), " 7=time": it is not INDEX=CHOICE, where INDEX is a number and CHOICE is tN, time or a number',
    ],
    ["i1:7=t1,3=t0", 'schedule, entry 2 (character 9), "3=t0": choice 3 stands after choice 7; they must ascend'],
    ["i1:7=t1,7=t0", 'schedule, entry 2 (character 9), "7=t0": choice 7 stands after choice 7; they must ascend'],
    [
      "i1:99999999999999999999=t1",
      'schedule, entry 1 (character 4), "99999999999999999999=t1": 99999999999999999999 is too large; the largest number is 2^53 - 1',
    ],
  ])("that is damaged is refused: %j", (text, message) => {
    expect(errorOf(text)).toBe(message);
  });

  test("that is no text at all is refused", () => {
    expect(() => parseSchedule(7 as unknown as string)).toThrow(
      "a schedule is a text, not number: write i1: and then INDEX=CHOICE pairs with commas between, such as i1:3=t1,7=time",
    );
  });
});

describe("a schedule as a value", () => {
  test("is checked as well", () => {
    const wrong: Schedule = [{ index: 1.5, choice: "time" }];
    expect(() => toSchedule(wrong)).toThrow("schedule, choice 1.5: 1.5 is no whole number from 0 to 2^53 - 1");
    const unordered: Schedule = [
      { index: 4, choice: "time" },
      { index: 2, choice: { way: 1 } },
    ];
    expect(() => formatSchedule(unordered)).toThrow("schedule: choice 2 stands after choice 4; they must ascend");
    expect(() => formatSchedule([{ index: 4, choice: { thread: -1 } }])).toThrow(
      "schedule, choice 4: -1 is no whole number from 0 to 2^53 - 1",
    );
  });

  test("comes from what a kernel collects, and goes back", () => {
    const decisions = [0, 1, 7, TIME_PASSES, 12, -4];
    expect(scheduleOf(decisions)).toEqual(schedule);
    expect(schedule.flatMap(({ index, choice }) => [index, codeOf(choice)])).toEqual(decisions);
  });
});
