/** Python's warning categories. */
import { Exception } from "./base_exceptions.js";
import { define_classes } from "./names.js";

/** The root of the categories. */
export class Warning extends Exception {}
export class BytesWarning extends Warning {}
export class DeprecationWarning extends Warning {}
export class EncodingWarning extends Warning {}
export class FutureWarning extends Warning {}
export class ImportWarning extends Warning {}
export class PendingDeprecationWarning extends Warning {}
export class ResourceWarning extends Warning {}
export class RuntimeWarning extends Warning {}
export class SyntaxWarning extends Warning {}
export class UnicodeWarning extends Warning {}
export class UserWarning extends Warning {}

define_classes("builtins", {
  ...{ Warning, BytesWarning, DeprecationWarning, EncodingWarning, FutureWarning, ImportWarning },
  ...{ PendingDeprecationWarning, ResourceWarning, RuntimeWarning, SyntaxWarning, UnicodeWarning, UserWarning },
});
