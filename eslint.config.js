// The lint is type-aware. What only a program can see across files (import direction, banned calls, lengths, dead files)
// is in spec/architecture.spec.ts.
import js from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig(
  globalIgnores(["dist/", "coverage/"]),
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: "error",
      "no-console": "error",
      "object-shorthand": "error",
      // Python's exceptions are objects of our own class tree, which never runs the constructor of Error. So the typed rule
      // cannot know them, and the plain one still refuses a thrown string or number.
      "@typescript-eslint/only-throw-error": "off",
      "no-throw-literal": "error",
      // The code says `as T` where an invariant is known that the compiler cannot see, and `!` nowhere; this rule would undo it.
      "@typescript-eslint/non-nullable-type-assertion-style": "off",
      // A task stands where a future is asked for, and an exception where one of its versions is: by structure, as TypeScript means it.
      "@typescript-eslint/no-unsafe-class-instance-assignment": "off",
      // The compiler believes that a field it has looked at keeps its value across a call. Across a `yield*` it need not:
      // other threads run there, so checking again is what correct code does.
      "@typescript-eslint/no-unnecessary-condition": "off",
      // A callback returns nothing, or a generator to drive: `Blocking<unknown> | void` says so.
      "@typescript-eslint/no-invalid-void-type": "off",
      // A constant getter costs an instance nothing; a field costs each of a million tasks a slot.
      "@typescript-eslint/class-literal-property-style": "off",
      // A Python function that never suspends is still a generator: its callers say `yield*`.
      "require-yield": "off",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    // Nobody imports a spec or a scenario for its types; a class may be there only to be printed or raised, a function to do nothing.
    files: ["spec/**", "traces/**", "fuzz/prelude.ts"],
    rules: {
      "@typescript-eslint/explicit-module-boundary-types": "off",
      "@typescript-eslint/no-extraneous-class": "off",
      "@typescript-eslint/no-empty-function": "off",
    },
  },
  {
    // Programs that must not compile are full of values that the compiler cannot type.
    files: ["spec/types/**"],
    rules: { "@typescript-eslint/no-unsafe-return": "off" },
  },
  {
    // The few JavaScript files are typed by comments, which the compiler reads and the typed rules do not.
    files: ["**/*.js"],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { "no-undef": "off" },
  },
);
