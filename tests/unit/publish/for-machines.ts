/** Whether a topic is of what programs read, and no page that readers see. */
export function isForMachines(topic: string): boolean {
  return /^(?:feed|card|opml|llms|(?:news-)?sitemap)(?::|$)/.test(topic);
}
