import { parseArgs } from 'node:util';
import { wrongOption } from '../wrong-option';

/** What `npm run new` makes. */
export type NewKind = 'article' | 'author' | 'page';

/** What its editor has said of a new file so far; a list is still written with commas. */
export type Answers = Readonly<Partial<Record<Question, string>>>;

/** What may be said of a new file; each is an option of the same name. */
export type Question = (typeof questionsOf)[NewKind][number];

/** What a kind of file asks for, in this order. */
export const questionsOf = {
  article: ['title', 'description', 'section', 'tags', 'authors', 'date'],
  author: ['name', 'role', 'email'],
  page: ['title', 'description'],
} as const;

/** What may not be left out. */
export const requiredQuestions: ReadonlySet<Question> = new Set([
  ...(['title', 'description', 'section', 'name'] as const),
]);

/** What `npm run new` was asked to make. */
export interface NewOptions {
  readonly kind: NewKind;
  readonly answers: Answers;
  /** Of an article: not yet for readers. */
  readonly draft: boolean;
  /** Of an author: a desk and no person. */
  readonly desk: boolean;
}

/** The options, or that they are none and which is wrong, as written. */
export type ParsedNewOptions =
  | { readonly ok: true; readonly options: NewOptions }
  | { readonly ok: false; readonly wantsHelp: boolean; readonly wrong?: string | undefined };

/**
 * Reads the options of `npm run new`.
 * @param args what stands behind `--`
 * @example parseNewOptions(['--kind', 'page', '--title', 'Liên hệ'])
 */
export function parseNewOptions(args: readonly string[]): ParsedNewOptions {
  let values: ReturnType<typeof readFlags>;
  try {
    values = readFlags(args);
  } catch (cause) {
    // parseArgs says in English what is wrong; the usage says what is right.
    return { ok: false, wantsHelp: false, wrong: wrongOption(cause) };
  }
  const { kind = 'article', draft, desk, help, ...texts } = values;
  if (help) return { ok: false, wantsHelp: true };
  if (!isKind(kind)) return { ok: false, wantsHelp: false, wrong: `--kind ${kind}` };
  const asked: readonly string[] = questionsOf[kind];
  const misplaced = [
    ...Object.keys(texts).filter((question) => !asked.includes(question)),
    ...(draft !== undefined && kind !== 'article' ? [draft ? 'draft' : 'no-draft'] : []),
    ...(desk !== undefined && kind !== 'author' ? ['desk'] : []),
  ];
  if (misplaced.length > 0) return { ok: false, wantsHelp: false, wrong: `--${misplaced[0]}` };
  return {
    ok: true,
    options: { kind, answers: texts, draft: draft ?? true, desk: desk ?? false },
  };
}

function readFlags(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const yes = { type: 'boolean' } as const;
  const { values } = parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      ...{ kind: text, title: text, description: text, section: text, tags: text, authors: text },
      ...{ date: text, name: text, role: text, email: text },
      ...{ draft: yes, desk: yes, help: yes },
    },
  });
  return values;
}

function isKind(text: string): text is NewKind {
  return Object.hasOwn(questionsOf, text);
}
