import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';

const schemas = join(import.meta.dirname, 'fixtures/schemas');

/** The schema of each list of articles or feeds, and the schemas that it imports. */
export const feedSchemas: Readonly<
  Record<'rss' | 'atom' | 'opml', readonly [string, ...string[]]>
> = {
  rss: ['rss.xsd', 'atom.xsd', 'xml.xsd', 'rss-content.xsd', 'dublin-core.xsd', 'media-rss.xsd'],
  atom: ['atom.xsd', 'xml.xsd'],
  opml: ['opml.xsd'],
};

/**
 * What is wrong with a document of XML by a schema of `tests/fixtures/schemas`; nothing when it is
 * well-formed and valid.
 * @param name of the schema, and of those that it imports
 */
export async function faultsOfXml(
  contents: string,
  ...[name, ...imported]: readonly [string, ...string[]]
): Promise<readonly string[]> {
  const read = (file: string) => ({
    fileName: file,
    contents: readFileSync(join(schemas, file), 'utf8'),
  });
  const result = await validateXML({
    xml: [{ fileName: 'document.xml', contents }],
    schema: [read(name)],
    preload: imported.map(read),
  });
  return result.errors.map(({ message }) => message);
}
