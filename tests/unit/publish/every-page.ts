import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { currentEdition } from '@/app/_edition';
import SitePage from '@/app/[page]/page';
import Article from '@/app/bai-viet/[slug]/page';
import { GET as articleText } from '@/app/bai-viet/[slug]/van-ban/route';
import Tag from '@/app/chu-de/[tag]/page';
import Tags from '@/app/chu-de/page';
import Section from '@/app/chuyen-muc/[section]/page';
import Corrections from '@/app/dinh-chinh/page';
import { GET as llms } from '@/app/llms.txt/route';
import Day from '@/app/luu-tru/[year]/[month]/[day]/page';
import Month from '@/app/luu-tru/[year]/[month]/page';
import Year from '@/app/luu-tru/[year]/page';
import Archive from '@/app/luu-tru/page';
import { GET as manifest } from '@/app/manifest.webmanifest/route';
import { GET as newsSitemap } from '@/app/news-sitemap.xml/route';
import Missing from '@/app/not-found';
import { GET as openSearch } from '@/app/opensearch.xml/route';
import { GET as opml } from '@/app/opml.xml/route';
import Front from '@/app/page';
import { GET as robots } from '@/app/robots.txt/route';
import { GET as feed } from '@/app/rss.xml/route';
import { GET as sitemap } from '@/app/sitemap/[file]/route';
import { GET as sitemapIndex } from '@/app/sitemap.xml/route';
import Author from '@/app/tac-gia/[author]/page';
import Authors from '@/app/tac-gia/page';
import Later from '@/app/trang/[number]/page';
import { cardOf } from '@/lib/publish/card';
import type { MachineRoute } from '@/lib/site/machine-routes';
import { pathOf, type Route } from '@/lib/site/routes';

/** What the page of a route shows, as HTML; undefined when it finds nothing to show. */
export async function renderRoute(route: Route): Promise<string | undefined> {
  try {
    const forMachines = await answerToMachines(route);
    if (forMachines) return await forMachines.text();
    return renderToStaticMarkup(await pageOf(route as Exclude<Route, MachineRoute>));
  } catch (cause) {
    // How Next.js tells that a page is not found.
    if (cause instanceof Error && cause.message.includes('NEXT_HTTP_ERROR_FALLBACK'))
      return undefined;
    throw cause;
  }
}

/** What the page that answers for missing addresses shows. */
export async function renderMissing(): Promise<string> {
  return renderToStaticMarkup(await Missing());
}

const two = (value: number) => String(value).padStart(2, '0');
const four = (value: number) => String(value).padStart(4, '0');

/** Parameters of a page, as Next.js takes them from the address. */
function params<T extends object>(values: T, page = 1) {
  return { params: Promise.resolve({ ...values, ...(page > 1 && { number: String(page) }) }) };
}

/** What programs get; undefined for what is a page. */
async function answerToMachines(route: Route): Promise<Response | undefined> {
  const request = new Request(`http://localhost${pathOf(route)}`);
  const parts = pathOf(route).split('/').slice(1);
  switch (route.kind) {
    case 'article-text':
      return await articleText(request, params({ slug: route.slug }));
    case 'feed':
      return await feed(request);
    case 'opml':
      return await opml();
    case 'llms':
      return await llms();
    case 'robots':
      return await robots();
    case 'sitemap-index':
      return await sitemapIndex();
    case 'sitemap-month':
    case 'sitemap-year':
    case 'sitemap-lists':
      return await sitemap(request, params({ file: parts[1] ?? '' }));
    case 'news-sitemap':
      return await newsSitemap();
    case 'card':
      // Its words: the picture is made of them alone, and takes its time.
      return Response.json(cardOf(route.subject, await currentEdition()));
    case 'manifest':
      return await manifest();
    case 'open-search':
      return await openSearch();
    default:
      return undefined;
  }
}

async function pageOf(route: Exclude<Route, MachineRoute>): Promise<ReactElement> {
  switch (route.kind) {
    case 'front':
      return route.page === 1 ? await Front() : await Later(params({ number: String(route.page) }));
    case 'article':
      return await Article(params({ slug: route.slug }));
    case 'section':
      return await Section(params({ section: route.section }, route.page));
    case 'tags':
      return await Tags();
    case 'tag':
      return await Tag(params({ tag: route.tag }, route.page));
    case 'authors':
      return await Authors();
    case 'author':
      return await Author(params({ author: route.author }, route.page));
    case 'archive':
      return await Archive();
    case 'year':
      return await Year(params({ year: four(route.year) }));
    case 'month':
      return await Month(params({ year: four(route.year), month: two(route.month) }, route.page));
    case 'day': {
      const { year, month, day } = route.day;
      return await Day(params({ year: four(year), month: two(month), day: two(day) }, route.page));
    }
    case 'corrections':
      return await Corrections(params({}, route.page));
    case 'site-page':
      return await SitePage(params({ page: route.slug }));
    case 'picture':
      throw new Error('a picture is no page');
  }
}
