/** A JSON Schema, as read from its file. */
export type Schema = Readonly<Record<string, unknown>>;

type Rule = (value: unknown, limit: never, schema: Schema) => boolean;

const isMap = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const typeOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
};

/** The words of draft 7 that our schemas use; a value of another type passes (JSON Schema §6). */
const rules: Readonly<Record<string, Rule>> = {
  type: (value, types: string | readonly string[]) => [types].flat().includes(typeOf(value)),
  enum: (value, values: readonly unknown[]) => values.includes(value),
  minLength: (value, least: number) => typeof value !== 'string' || value.length >= least,
  maxLength: (value, most: number) => typeof value !== 'string' || value.length <= most,
  pattern: (value, pattern: string) =>
    typeof value !== 'string' || new RegExp(pattern, 'u').test(value),
  format: (value, format: string) =>
    format === 'uri' && (typeof value !== 'string' || URL.canParse(value)),
  minimum: (value, least: number) => typeof value !== 'number' || value >= least,
  maxItems: (value, most: number) => !Array.isArray(value) || value.length <= most,
  items: (value, schema: Schema) =>
    !Array.isArray(value) || value.every((entry) => isValid(entry, schema)),
  required: (value, keys: readonly string[]) =>
    !isMap(value) || keys.every((key) => Object.hasOwn(value, key)),
  properties: (value, properties: Readonly<Record<string, Schema>>) =>
    !isMap(value) ||
    Object.entries(properties).every(
      ([key, schema]) => !Object.hasOwn(value, key) || isValid(value[key], schema),
    ),
  additionalProperties: (value, _: false, { properties = {} }) =>
    !isMap(value) || Object.keys(value).every((key) => Object.hasOwn(Object(properties), key)),
};

const annotations = new Set([
  ...['$schema', '$id', 'title', 'description', 'markdownDescription', 'examples', 'default'],
]);

/**
 * Whether a value keeps a JSON Schema.
 * @throws when the schema uses a word that is not known here, so that none is passed over
 * @see https://json-schema.org/draft-07/json-schema-validation
 */
export function isValid(value: unknown, schema: Schema): boolean {
  return Object.entries(schema).every(([word, limit]) => {
    if (annotations.has(word)) return true;
    const rule = rules[word];
    if (!rule) throw new Error(`The validator of these tests does not know ${word}`);
    return rule(value, limit as never, schema);
  });
}
