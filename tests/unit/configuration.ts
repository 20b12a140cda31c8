import { type Configuration, parseConfiguration } from '@/lib/site/configuration';

/** A configuration of which only this is not as without any environment. */
export function configurationWith(own: Partial<Configuration>): Configuration {
  const parsed = parseConfiguration({});
  if (!parsed.ok) throw new Error(parsed.code);
  return { ...parsed.configuration, ...own };
}
