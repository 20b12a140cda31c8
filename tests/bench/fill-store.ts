import { closeStore, openStore } from '../../lib/store/open-store';

// Reads CONTENT_DIR into the store of DATA_DIR, and ends.
await openStore();
await closeStore();
process.exit();
