import { connect, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';

const CONNECTIONS = 32;
/** Requests that a connection has under way (RFC 9112 §9.3.2). */
const UNDER_WAY = 8;

/**
 * Asks a server for more than it can give: pipelined requests whose answers are counted by their
 * bytes, not read, so that the server and not this process is what is slow. Each connection asks for
 * one path, whose answer has the same length every time.
 * @returns requests a second
 * @throws when an answer is no 200 in brotli
 */
export async function flood(
  origin: string,
  paths: readonly string[],
  seconds: number,
): Promise<number> {
  const { hostname, port } = new URL(origin);
  const open = () => connect(Number(port), hostname);
  const asked = await Promise.all(
    Array.from({ length: CONNECTIONS }, async (_, index) => {
      const path = paths[index % paths.length] ?? '/';
      const request = `GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\nAccept-Encoding: br\r\n\r\n`;
      return { request, bytes: await lengthOfAnswer(open(), request) };
    }),
  );
  const begun = performance.now();
  const until = begun + seconds * 1000;
  const answers = await Promise.all(
    asked.map(({ request, bytes }) => floodOne(open(), request, bytes, until)),
  );
  const total = answers.reduce((sum, count) => sum + count, 0);
  return total / ((performance.now() - begun) / 1000);
}

function floodOne(socket: Socket, request: string, bytes: number, until: number): Promise<number> {
  return new Promise((done, fail) => {
    let received = 0;
    let sent = UNDER_WAY;
    socket.setNoDelay(true);
    socket.on('error', fail);
    socket.on('close', () => fail(new Error('the server closed a connection')));
    socket.on('data', (chunk) => {
      received += chunk.byteLength;
      const answered = Math.floor(received / bytes);
      if (performance.now() >= until) {
        socket.removeAllListeners('close').destroy();
        done(answered);
        return;
      }
      const wanted = answered + UNDER_WAY - sent;
      // Some at a time: a packet for each would cost both sides more than the answer.
      if (wanted < UNDER_WAY / 2) return;
      sent += wanted;
      socket.write(request.repeat(wanted));
    });
    socket.write(request.repeat(UNDER_WAY));
  });
}

/** Asks once and reads the answer. */
function lengthOfAnswer(socket: Socket, request: string): Promise<number> {
  return new Promise((done, fail) => {
    let head = '';
    socket.setEncoding('latin1').on('error', fail);
    socket.on('data', (chunk: string) => {
      head += chunk;
      const end = head.indexOf('\r\n\r\n');
      if (end === -1) return;
      socket.destroy();
      const length = /^content-length: (\d+)/im.exec(head)?.[1];
      if (!head.startsWith('HTTP/1.1 200') || !/^content-encoding: br/im.test(head) || !length)
        fail(new Error(`${request.split('\r\n', 1)}: ${head.slice(0, end)}`));
      else done(end + 4 + Number(length));
    });
    socket.write(request);
  });
}
