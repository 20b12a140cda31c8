/** New names by old ones. */
export type ClassNames = ReadonlyMap<string, string>;

// CSS Modules names a class by a hash of its file and its own name: `VMcMyW_row`.
const moduleClass = /(?<=\.)[\w-]{6,7}_[A-Za-z][\w-]*(?![\w-])/g;

/**
 * Short names for the CSS Modules classes of a style sheet, in the order of their appearance. They
 * are capitals, which no class written by hand is.
 * @example shortClassNames('.VMcMyW_row{color:red}') // Map { 'VMcMyW_row' => 'A' }
 */
export function shortClassNames(style: string): ClassNames {
  const names = new Map<string, string>();
  for (const [name] of style.matchAll(moduleClass)) {
    if (!names.has(name)) names.set(name, capitals(names.size));
  }
  return names;
}

/** A style sheet with its classes renamed. */
export function renameInStyle(style: string, names: ClassNames): string {
  return style.replace(moduleClass, (name) => names.get(name) ?? name);
}

/**
 * An opening tag with its classes renamed.
 * @param tag from `<` to `>`, the class attribute in double quotes
 * @example renameInTag('<p class="VMcMyW_row nb">', names) // '<p class="A nb">'
 */
export function renameInTag(tag: string, names: ClassNames): string {
  return tag.replace(/(?<= class=")[^"]*/, (classes) =>
    classes.replace(/[^\s]+/g, (name) => names.get(name) ?? name),
  );
}

/** @example [0, 25, 26, 701].map(capitals) // ['A', 'Z', 'AA', 'ZZ'] */
function capitals(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : capitals(Math.floor(index / 26) - 1) + letter;
}
