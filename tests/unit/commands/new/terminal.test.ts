import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { openTerminal } from '@/lib/commands/new/terminal';

function open() {
  const input = new PassThrough();
  const output = new PassThrough({ encoding: 'utf8' });
  const terminal = openTerminal(input, output);
  return { input, terminal, shown: () => String(output.read() ?? '') };
}

test('an answer is the line after its question', async () => {
  const { input, terminal, shown } = open();
  const answer = terminal.ask('Tiêu đề: ');
  expect(shown()).toBe('Tiêu đề: ');
  input.write('Kỳ Anh\n');
  expect(await answer).toBe('Kỳ Anh');
  terminal.close();
});

test('lines that are pasted together answer the questions one by one', async () => {
  const { input, terminal } = open();
  input.write('một\nhai\n');
  expect([await terminal.ask('1'), await terminal.ask('2')]).toEqual(['một', 'hai']);
  terminal.close();
});

test('there is no answer after the end of the input, however often it is asked', async () => {
  const { input, terminal } = open();
  input.end('một\n');
  const answers = [await terminal.ask('1'), await terminal.ask('2'), await terminal.ask('3')];
  expect(answers).toEqual(['một', undefined, undefined]);
});

test('a question that is open when the terminal closes has no answer', async () => {
  const { terminal } = open();
  const answer = terminal.ask('1');
  terminal.close();
  expect(await answer).toBeUndefined();
});
