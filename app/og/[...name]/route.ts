import { notFound } from 'next/navigation';
import { answerCard } from '@/app/_card';
import { matchRoute } from '@/lib/site/routes';

interface Context {
  readonly params: Promise<{ readonly name: readonly string[] }>;
}

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { name } = await params;
  const route = matchRoute(`/og/${name.join('/')}`);
  return route?.kind === 'card' ? await answerCard(route.subject) : notFound();
}
