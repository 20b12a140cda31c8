import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

// The measure of speed: the least that Node does to send these bytes, or to say that they are known.
const body = readFileSync(process.argv[2] ?? '');
const etag = '"bare"';
const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Encoding': 'br',
  'Content-Length': body.byteLength,
  ETag: etag,
};
const server = createServer((request, response) => {
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, { ETag: etag });
    response.end();
    return;
  }
  response.writeHead(200, headers);
  response.end(body);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
});
