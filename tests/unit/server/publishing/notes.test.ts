import { expect, test } from 'vitest';
import { createNotes } from '@/lib/server/publishing/notes';
import { topics } from '@/lib/site/topics';

const tag = (number: number) => topics.tag(`t${number}`);

test('what was taken over is told once, in order and each thing once', () => {
  const notes = createNotes();
  notes.add({ changed: ['b.md', 'a.md'], removed: 1, topics: [topics.tags] });
  notes.add({ changed: ['a.md'], removed: 2, topics: [topics.archive, topics.tags] });
  expect(notes.take()).toEqual({
    changed: ['a.md', 'b.md'],
    removed: 3,
    topics: [topics.archive, topics.tags],
  });
  expect(notes.take()).toEqual({ changed: [], removed: 0, topics: [] });
});

test('everything is everything, whatever else there is, until it has been told', () => {
  const notes = createNotes();
  notes.add({ changed: [], removed: 0, topics: [topics.tags] });
  notes.add({ changed: ['a.md'], removed: 0, topics: 'everything' });
  notes.add({ changed: [], removed: 0, topics: [topics.archive] });
  expect(notes.take()).toEqual({ changed: ['a.md'], removed: 0, topics: 'everything' });
  notes.add({ changed: [], removed: 0, topics: [topics.archive] });
  expect(notes.take().topics).toEqual([topics.archive]);
});

test('memory does not grow for as long as nobody publishes', () => {
  const notes = createNotes();
  for (let number = 0; number < 10_010; number += 1)
    notes.add({ changed: [`${number}.md`], removed: 0, topics: [tag(number)] });
  const { changed, topics: touched } = notes.take();
  expect(changed).toHaveLength(10_000);
  expect(changed).toContain('10009.md');
  expect(touched).toBe('everything');
});
