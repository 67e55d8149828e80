import { defaultVersion, simulate, sys, UsageError, versions, type Blocking } from "interloop";
import { describe, expect, test } from "vitest";
import { readSources } from "../architecture/sources.js";
import { profileOf, switches, type SwitchName } from "../../src/interpreter/profile.js";

describe("a profile", () => {
  test("is named by its full version or by its minor one", () => {
    for (const version of versions) {
      const minor = version.slice(0, version.lastIndexOf("."));
      expect(profileOf(version).version).toBe(version);
      expect(profileOf(minor)).toBe(profileOf(version));
      expect(`3.${String(profileOf(version).minor)}`).toBe(minor);
    }
    expect(versions).toEqual(["3.8.18", "3.9.18", "3.10.13", "3.11.7", "3.12.1", "3.13.0", "3.14.2"]);
  });

  test("is 3.13.0 unless told", () => {
    expect(defaultVersion).toBe("3.13.0");
    let version: unknown;
    simulate(function* (): Blocking<void> {
      version = sys.version_info();
    });
    expect(version).toEqual([3, 13, 0]);
  });

  test.each(["3.7", "3", "3.13.1", "3.08", "", " 3.13", "python", "constructor"])("%j is none", (name) => {
    const error = new UsageError(
      `unknown Python version ${JSON.stringify(name)}: known are 3.8.18, 3.9.18, 3.10.13, 3.11.7, 3.12.1, 3.13.0, 3.14.2`,
    );
    expect(() => profileOf(name)).toThrow(error);
    const nothing = function* (): Blocking<void> {
      // It is not even started.
    };
    expect(() => simulate(nothing, { python: name })).toThrow(error);
  });

  test("has only switches that are asked for", () => {
    const asking = readSources("src").filter(({ path }) => !path.startsWith("src/interpreter/switches/"));
    const text = asking.map((one) => one.text).join("\n");
    const names = Object.keys(switches);
    expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(text))).toEqual([]);
  });

  test("has only switches that differ from version to version", () => {
    const profiles = versions.map((version) => profileOf(version));
    const names = Object.keys(switches) as SwitchName[];
    const constant = names.filter((name) => new Set(profiles.map((profile) => profile[name])).size === 1);
    expect(constant).toEqual([]);
  });
});
