/** The value of a key; made when it is first asked for, `undefined` too. */
export function remember<Key, Value>(
  known: Map<Key, Value>,
  key: Key,
  make: (key: Key) => Value,
): Value {
  const value = known.get(key);
  if (value !== undefined || known.has(key)) return value as Value;
  const fresh = make(key);
  known.set(key, fresh);
  return fresh;
}
