import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { findNginx, type Nginx } from '../../lib/commands/find-nginx';
import { freePort } from './own-server';

/**
 * Whether tests do without nginx here. Where a machine tests for everyone and could have it, they do
 * not: its absence is a failure.
 */
export function isWithoutNginx(): boolean {
  const mustBeThere = Boolean(process.env.CI) && existsSync('/usr/bin/apt-get');
  return !findNginx() && !mustBeThere;
}

const root = resolve(import.meta.dirname, '../..');

/** A web server of one test, in front of a Node server. */
export interface OwnNginx {
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts nginx with the configuration of the repository, its paths and addresses filled in.
 * @param folder for its own files; removed by the caller
 */
export async function startNginx(
  folder: string,
  {
    dataDirectory,
    node,
    edit = (configuration) => configuration,
  }: {
    readonly dataDirectory: string;
    /** Origin of the Node server. */
    readonly node: string;
    /** What an operator would change besides. */
    readonly edit?: (configuration: string) => string;
  },
): Promise<OwnNginx> {
  return await startNginxWith(folder, 'lib/server/nginx.conf', edit, [
    ['server 127.0.0.1:3000;', `server ${new URL(node).host};`],
    ['root /srv/toa-soan/.data/', `root ${dataDirectory}/`],
    ['root /srv/toa-soan/public;', `root ${join(root, 'public')};`],
  ]);
}

/** Starts nginx over a folder that was exported. @param out that folder, absolute */
export async function startNginxOverExport(folder: string, out: string): Promise<OwnNginx> {
  return await startNginxWith(
    folder,
    'lib/commands/export/nginx.conf',
    (configuration) => configuration.replaceAll('/srv/toa-soan/dist/', `${out}/`),
    [['root /srv/toa-soan/dist;', `root ${out};`]],
  );
}

async function startNginxWith(
  folder: string,
  configuration: string,
  edit: (configuration: string) => string,
  values: Values,
): Promise<OwnNginx> {
  const installed = findNginx();
  if (!installed) throw new Error('nginx with its brotli module is missing: run "npm run browser"');
  const port = await freePort();
  await mkdir(folder, { recursive: true });
  const written = await readFile(join(root, configuration), 'utf8');
  const site = fillIn(edit(written), [...values, ['listen 80;', `listen 127.0.0.1:${port};`]]);
  await writeFile(join(folder, 'site.conf'), site);
  await writeFile(join(folder, 'nginx.conf'), mainConfiguration(folder, installed));
  const child = spawn(installed.program, [
    '-p',
    folder,
    '-c',
    join(folder, 'nginx.conf'),
    '-e',
    'stderr',
  ]);
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  await listening(port, child, () => said);
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** What stands in a configuration, and what a test puts in its place. */
type Values = readonly (readonly [written: string, own: string])[];

function fillIn(text: string, values: Values): string {
  return values.reduce((filled, [written, own]) => {
    if (!filled.includes(written)) throw new Error(`the configuration lacks “${written}”`);
    return filled.replace(written, own);
  }, text);
}

/** What Debian has in /etc/nginx, as far as a server of a test needs it. */
function mainConfiguration(folder: string, { brotliModule }: Nginx): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return [
    // A test's folder belongs to who runs it.
    ...(process.getuid?.() === 0 ? ['user root;'] : []),
    'daemon off;',
    'worker_processes 1;',
    `pid ${join(folder, 'nginx.pid')};`,
    `load_module ${brotliModule};`,
    'events {}',
    'http {',
    '  access_log off;',
    ...temporary.map((kind) => `  ${kind}_temp_path ${join(folder, kind)};`),
    `  include ${join(folder, 'site.conf')};`,
    '}\n',
  ].join('\n');
}

async function listening(port: number, child: ChildProcess, said: () => string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`nginx ended: ${said()}`);
    if (await isOpen(port)) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`nginx does not listen: ${said()}`);
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', () => done(false));
  });
}
