import { describe, expect, test } from 'vitest';
import { feedOf } from '@/lib/feeds/feed';
import type { FeedSubject } from '@/lib/site/machine-routes';
import { article, createNewsroom, markdown, NOON, siteFile } from '../store/newsroom';
import { editionOf, feedIn, origin } from './newsroom';

const at = (time: string) => Date.parse(`${time}+07:00`);
const moment = (time: string) => ({ epochMs: at(time), precision: 'second' });

describe('a feed', () => {
  const files = {
    'site.yaml': siteFile({
      description: 'Bản tin thử.',
      sections: [
        { key: 'thoi-su', name: 'Thời sự' },
        { key: 'doi-song', name: 'Đời sống', description: 'Chuyện quanh ta.' },
      ],
    }),
    'tags.yaml': '- {name: Kỳ Anh}\n- {name: Chưa có bài}\n',
    'authors/thu-trang.md': markdown({ name: 'Thu Trang' }),
    'articles/cu.md': article({ date: '2020-12-24', authors: ['thu-trang'], tags: ['Kỳ Anh'] }),
    'articles/moi.md': article({ date: '2026-11-23T08:30:00', section: 'doi-song' }),
    'articles/nhap.md': article({ draft: true }),
    'articles/cam.md': article({ date: '2026-11-25' }),
    'articles/rut.md': article({ withdrawn: { date: '2026-11-24', reason: 'Sai.' } }),
  };

  test('of the site tells what the site is and holds what readers may read, newest first', async () => {
    const feed = await feedIn(await editionOf(files));
    expect(feed).toMatchObject({
      title: 'Báo Thử',
      description: 'Bản tin thử.',
      home: `${origin}/`,
      self: {
        rss: `${origin}/rss.xml`,
        atom: `${origin}/atom.xml`,
        json: `${origin}/feed.json`,
      },
      publisher: { name: 'Báo Thử', address: `${origin}/` },
    });
    expect(feed).not.toHaveProperty('hub');
    expect(feed.items.map(({ id }) => id)).toEqual([
      `${origin}/bai-viet/moi`,
      `${origin}/bai-viet/cu`,
    ]);
  });

  test.each([
    ['section', 'doi-song', 'Đời sống – Báo Thử', 'Chuyện quanh ta.', 'chuyen-muc', ['moi']],
    ['section', 'thoi-su', 'Thời sự – Báo Thử', /chuyên mục Thời sự/, 'chuyen-muc', ['cu']],
    ['tag', 'ky-anh', 'Kỳ Anh – Báo Thử', /Kỳ Anh/, 'chu-de', ['cu']],
    ['tag', 'chua-co-bai', 'Chưa có bài – Báo Thử', /Chưa có bài/, 'chu-de', []],
    ['author', 'thu-trang', 'Thu Trang – Báo Thử', /Thu Trang/, 'tac-gia', ['cu']],
  ] as const)(
    'of the %s %s has its articles and its page',
    async (of, key, title, description, folder, slugs) => {
      const feed = await feedIn(await editionOf(files), { of, key });
      expect(feed.title).toBe(title);
      expect(feed.description).toMatch(description);
      expect(feed.home).toBe(`${origin}/${folder}/${key}`);
      expect(feed.self.json).toBe(`${origin}/${folder}/${key}/feed.json`);
      expect(feed.items.map(({ link }) => link)).toEqual(
        slugs.map((slug) => `${origin}/bai-viet/${slug}`),
      );
    },
  );

  test('of nothing that the site has does not exist', async () => {
    const edition = await editionOf(files);
    for (const of of ['section', 'tag', 'author'] as const)
      expect(await feedOf(edition, { of, key: 'khong-co' })).toBeUndefined();
  });

  test('holds the fifty newest', async () => {
    const many = Array.from({ length: 53 }, (_, index) => [
      `articles/b${index}.md`,
      article({ date: new Date(NOON - index * 60_000).toISOString() }),
    ]);
    const { items } = await feedIn(await editionOf(Object.fromEntries(many)));
    expect(items).toHaveLength(50);
    expect(items.at(-1)?.id).toBe(`${origin}/bai-viet/b49`);
  });

  test('names the hub, once there is one', async () => {
    const edition = { ...(await editionOf(files)), webSubHub: 'https://hub.vi-du.vn/' };
    expect((await feedIn(edition)).hub).toBe('https://hub.vi-du.vn/');
  });

  test('without articles was never changed', async () => {
    const feed = await feedIn(await editionOf({ 'site.yaml': siteFile() }));
    expect(feed.items).toEqual([]);
    expect(feed).not.toHaveProperty('updated');
  });
});

describe('an article in a feed', () => {
  test('is told with all that is known of it', async () => {
    const { items } = await feedIn(
      await editionOf({
        'site.yaml': siteFile(),
        'tags.yaml': '- {name: Kỳ Anh}\n- {name: Thời sự}\n',
        'authors/thu-trang.md': markdown({ name: 'Thu Trang' }),
        'authors/toa-soan.md': markdown({ name: 'Tòa soạn', kind: 'desk' }),
        'articles/tin.md': article({
          title: 'Tin & bài',
          date: '2026-11-23T08:30:00',
          tags: ['Kỳ Anh', 'Thời sự'],
          authors: ['thu-trang', 'toa-soan'],
        }),
      }),
    );
    expect(items).toEqual([
      {
        id: `${origin}/bai-viet/tin`,
        link: `${origin}/bai-viet/tin`,
        title: 'Tin & bài',
        summary: 'Sapo.',
        html: '<p>Thân bài.</p>',
        published: moment('2026-11-23T08:30:00'),
        updated: moment('2026-11-23T08:30:00'),
        authors: [
          { name: 'Thu Trang', address: `${origin}/tac-gia/thu-trang` },
          { name: 'Tòa soạn', address: `${origin}/tac-gia/toa-soan` },
        ],
        // A tag that is called like the section is told once.
        categories: ['Thời sự', 'Kỳ Anh'],
      },
    ]);
  });

  test('that is at home elsewhere is linked there, and keeps an id of ours', async () => {
    const elsewhere = (canonical: string) =>
      editionOf({ 'articles/tin.md': article({ canonical }) }).then(feedIn);
    const [item] = (await elsewhere('https://bao.vn/tin?a=1')).items;
    expect(item?.link).toBe('https://bao.vn/tin?a=1');
    expect(item?.id).toBe(`${origin}/bai-viet/tin`);
    const [marked] = (await elsewhere('https://bao.vn/tin mới')).items;
    expect(marked?.link).toBe('https://bao.vn/tin%20m%E1%BB%9Bi');
  });

  test('of which only the day is known counts from the start of that day in the zone of the site', async () => {
    const { items } = await feedIn(
      await editionOf({ 'articles/tin.md': article({ date: '2020-12-24' }) }),
    );
    expect(items[0]?.published).toEqual(moment('2020-12-24T00:00:00'));
  });
});

describe('the id of an article', () => {
  const idOf = async (files: Readonly<Record<string, string>>) =>
    (await feedIn(await editionOf(files))).items.map(({ id }) => id.replace(origin, ''));

  test('stays what it was when its file is renamed, once and again', async () => {
    const newsroom = createNewsroom({ 'articles/ten-dau.md': article() });
    const idNow = async () => {
      const store = await newsroom.open();
      const { items } = await feedIn(store.edition(NOON));
      return items.map(({ id, link }) => [id, link].map((address) => address.replace(origin, '')));
    };
    const first = '/bai-viet/ten-dau';
    expect(await idNow()).toEqual([[first, first]]);
    newsroom.move('articles/ten-dau.md', 'articles/ten-hai.md');
    newsroom.write('articles/ten-hai.md', article({ aliases: [first] }));
    expect(await idNow()).toEqual([[first, '/bai-viet/ten-hai']]);
    newsroom.move('articles/ten-hai.md', 'articles/2026/ten-ba.md');
    const aliases = [first, '/bai-viet/ten-hai'];
    newsroom.write('articles/2026/ten-ba.md', article({ aliases }));
    expect(await idNow()).toEqual([[first, '/bai-viet/ten-ba']]);
  });

  test('is never an old address of another site’s form', async () => {
    const aliases = ['/2019/05/tin.html', '/chu-de/tin', '/bai-viet/tin-cu'];
    expect(await idOf({ 'articles/tin.md': article({ aliases }) })).toEqual(['/bai-viet/tin-cu']);
    expect(await idOf({ 'articles/tin.md': article({ aliases: ['/tin.html'] }) })).toEqual([
      '/bai-viet/tin',
    ]);
  });

  test('is no other article’s, even when two files claim it', async () => {
    const aliases = ['/bai-viet/chung'];
    const ids = await idOf({
      'articles/mot.md': article({ date: '2026-11-03', aliases }),
      'articles/hai.md': article({ date: '2026-11-02', aliases }),
      'articles/ba.md': article({ date: '2026-11-04', aliases: ['/bai-viet/hai'] }),
    });
    expect(ids).toEqual(['/bai-viet/ba', '/bai-viet/chung', '/bai-viet/hai']);
  });

  test('is no other article’s, though that stands in another feed', async () => {
    const edition = await editionOf({
      'articles/mot.md': article(),
      'articles/hai.md': article({ aliases: ['/bai-viet/mot'], tags: ['bến'] }),
    });
    const { items } = await feedIn(edition, { of: 'tag', key: 'ben' });
    expect(items.map(({ id }) => id)).toEqual([`${origin}/bai-viet/hai`]);
  });
});

describe('the id of a feed', () => {
  test('stays what it was when its section or author is renamed', async () => {
    const aliases = {
      section: ['/cu', '/chuyen-muc/dau', '/chuyen-muc/hai'],
      author: ['/tac-gia/a'],
    };
    const edition = await editionOf({
      'site.yaml': siteFile({
        sections: [{ key: 'thoi-su', name: 'Thời sự', aliases: aliases.section }],
      }),
      'authors/b.md': markdown({ name: 'Bình', aliases: aliases.author }),
    });
    const idOf = async (subject: FeedSubject) => (await feedIn(edition, subject)).id;
    expect(await idOf({ of: 'section', key: 'thoi-su' })).toBe(`${origin}/chuyen-muc/dau`);
    expect(await idOf({ of: 'author', key: 'b' })).toBe(`${origin}/tac-gia/a`);
    expect(await idOf({ of: 'site' })).toBe(`${origin}/`);
  });
});

describe('the time of the last change', () => {
  const date = '2026-11-20T08:00:00';
  const updatedOf = async (front: Readonly<Record<string, unknown>>, body?: string) => {
    const feed = await feedIn(await editionOf({ 'articles/tin.md': article(front, body) }));
    expect(feed.updated).toEqual(feed.items[0]?.updated);
    expect(feed.items[0]?.published).toEqual(moment(date));
    return feed.updated;
  };

  test('is that of the publication, also when a slip was mended', async () => {
    expect(await updatedOf({ date })).toEqual(moment(date));
    expect(await updatedOf({ date, title: 'Tin đã sửa' }, 'Thân bài đã sửa.')).toEqual(
      moment(date),
    );
  });

  test('moves with an update and with a correction, the later of them', async () => {
    const updated = '2026-11-21T09:00:00';
    expect(await updatedOf({ date, updated })).toEqual(moment(updated));
    const corrections = [{ date: '2026-11-22T10:00:00', text: 'Sửa.' }];
    expect(await updatedOf({ date, updated, corrections })).toEqual(moment('2026-11-22T10:00:00'));
  });

  test('moves when a correction is due, not before', async () => {
    const corrections = [{ date: '2026-11-24T12:00:01', text: 'Sửa.' }];
    const store = await createNewsroom({
      'articles/tin.md': article({ date, corrections }),
    }).open();
    const seen = async (now: number) => {
      const { updated, items } = await feedIn(store.edition(now));
      return [updated, items[0]?.html.includes('Sửa.')];
    };
    expect(await seen(NOON)).toEqual([moment(date), false]);
    expect(await seen(NOON + 1000)).toEqual([moment('2026-11-24T12:00:01'), true]);
  });

  test('of a feed is that of whichever article changed last', async () => {
    const feed = await feedIn(
      await editionOf({
        'articles/moi.md': article({ date: '2026-11-22T08:00:00' }),
        'articles/cu.md': article({
          date: '2020-11-22',
          corrections: [{ date: '2026-11-23', text: 'Sửa.' }],
        }),
      }),
    );
    expect(feed.updated).toEqual(moment('2026-11-23T00:00:00'));
  });
});
