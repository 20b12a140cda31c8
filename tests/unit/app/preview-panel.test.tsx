import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { PreviewPanel } from '@/app/_components/PreviewPanel';
import type { Preview } from '@/app/_preview';
import { problem } from '@/lib/content/problems/problems';
import type { Stage } from '@/lib/content/visible';

const now = Date.UTC(2026, 10, 24, 5);
const timeZone = 'Asia/Ho_Chi_Minh';
const day = { epochMs: Date.UTC(2026, 11, 23, 17), precision: 'day' } as const;
const time = { epochMs: Date.UTC(2026, 11, 24), precision: 'second' } as const;
const past = { epochMs: Date.UTC(2020, 11, 24), precision: 'second' } as const;
const withdrawal = { date: past, reason: 'a' };

const textOf = (preview: Partial<Preview>, published = past as typeof past | typeof time) =>
  renderToStaticMarkup(
    <PreviewPanel
      preview={{ isLastGood: false, problems: [], ...preview }}
      now={now}
      timeZone={timeZone}
      published={published}
    />,
  )
    .replace(/<\/(p|li|summary)>|<\/code>(?=<p>)/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, ' ')
    .trim();

test.each<[Stage, typeof past | typeof time, string]>([
  [{ kind: 'live' }, past, ''],
  [{ kind: 'draft' }, past, 'Bản nháp: bạn đọc không thấy bài này. Xóa dòng draft: true để đăng.'],
  [
    { kind: 'draft' },
    time,
    'Bản nháp: bạn đọc không thấy bài này. Xóa dòng draft: true thì bài sẽ đăng vào thứ Năm, 24/12/2026, 07:00 (GMT+7).',
  ],
  [
    { kind: 'embargoed', until: time },
    time,
    'Hẹn giờ: bài sẽ đăng vào thứ Năm, 24/12/2026, 07:00 (GMT+7).',
  ],
  [{ kind: 'embargoed', until: day }, past, 'Hẹn giờ: bài sẽ đăng từ 0 giờ thứ Năm, 24/12/2026.'],
  [
    { kind: 'withdrawn', withdrawal },
    past,
    'Đã rút: bạn đọc chỉ thấy lời báo này. Xóa khóa withdrawn thì bài hiện lại.',
  ],
])('an editor reads what will happen to an article that is %j', (stage, published, words) => {
  expect(textOf({ stage }, published)).toBe(words);
});

test('an editor reads who sees the last good version', () => {
  expect(textOf({ stage: { kind: 'live' }, isLastGood: true })).toContain('bạn đọc vẫn thấy');
  expect(textOf({ stage: { kind: 'draft' }, isLastGood: true })).not.toContain('bạn đọc vẫn thấy');
  // A page about the site, or an author's, has no stage: readers see it always.
  expect(textOf({ isLastGood: true })).toContain('bạn đọc vẫn thấy bản tốt gần nhất');
});

test('problems have the place, the code and the words that the check prints', () => {
  const at = { file: 'articles/a.md', line: 3, column: 7 };
  const found = problem('date-impossible', at, '2020-13-45');
  const text = textOf({ problems: [found, problem('photograph-to-come', at)] });
  expect(text).toMatch(/^1 lỗi, 1 cảnh báo articles\/a\.md:3:7 Lỗi date-impossible: /);
  expect(text).toContain(`${found.message} ${found.fix} articles/a.md:3:7 Cảnh báo`);
});
