// The process starts as plain JavaScript; from here on TypeScript is read as in the rest of the house.
import { register } from 'tsx/esm/api';

register();
await import('./search-process.ts');
