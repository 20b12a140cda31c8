import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { formatSchemaFile, kindsOfFile, schemaFileName } from '../content/schema/json-schema';
import { renewKeyTables } from '../content/schema/key-tables';

// Writes what is derived from the one schema: JSON Schemas for editors' programs, and the tables of
// keys in the editors' handbook.
const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'public', 'schemas');
const handbook = join(root, 'content', 'README.md');

mkdirSync(folder, { recursive: true });
for (const kind of kindsOfFile) {
  writeFileSync(join(folder, schemaFileName(kind)), formatSchemaFile(kind));
}
writeFileSync(handbook, renewKeyTables(readFileSync(handbook, 'utf8')));
