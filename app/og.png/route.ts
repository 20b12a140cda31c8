import { answerCard } from '@/app/_card';

export async function GET(): Promise<Response> {
  return await answerCard({ of: 'site' });
}
