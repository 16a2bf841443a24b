/**
 * Stands in a map file's value where YAML has an alias (`*name`). It is never followed, so that no few lines can become
 * a million, and no schema takes it for a value, so that it is told wherever a value is read.
 */
export const alias = Symbol('alias');
