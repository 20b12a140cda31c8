export { answerWithFeed as GET } from '@/app/_feed';
