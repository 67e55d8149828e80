/** Values as Python prints them. */
export { type AddressSource, hex_address, id, newAddressSource, setAddressSource } from "./address.js";
export { class_path, define_classes, function_name, is_generator, name_generators, type_name } from "./names.js";
export { float_repr } from "./numbers.js";
export { default_repr, repr, str, tuple, tuple_text } from "./object_repr.js";
export { short_repr } from "./short_repr.js";
