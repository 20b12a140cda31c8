import type { Root } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import remarkHtml from 'remark-html';
import { noteDestination } from './destinations';
import { findLiteralMarks } from './literal/marks';
import { sanitizeSchema } from './sanitize-schema';
import { notePiece, noteTexts, placeParts } from './text-places';

const commonMark = remark();
const settings = commonMark.data();
settings.fromMarkdownExtensions = [placeNotes()];

/** CommonMark to a tree, and a tree to safe HTML. */
export const plain = commonMark.use(remarkHtml, { sanitize: sanitizeSchema });

/** The same with GitHub's extensions. */
export const gfm = remark()
  // One tilde is "about" or "to": from 5~6 to 7~8.
  .use(remarkGfm, { singleTilde: false })
  .use(function notePlaces() {
    const extensions = this.data().fromMarkdownExtensions;
    // The one takes its notes before the extensions change the tree, the other mends what they leave.
    extensions?.unshift(placeNotes());
    extensions?.push({ transforms: [placeParts] }, strayBoxes());
  })
  .use(remarkHtml, { sanitize: sanitizeSchema });

type Extensions = NonNullable<(typeof settings)['fromMarkdownExtensions']>;
type Extension = Exclude<Extensions[number], readonly unknown[]>;
type Handle = NonNullable<NonNullable<Extension['exit']>['data']>;

/** What the parser does with a piece of text, and a note of where it stands. */
function placeNotes(): Extension {
  return {
    exit: {
      data(token) {
        const node = this.stack.pop();
        if (node?.type !== 'text') return;
        const piece = this.sliceSerialize(token);
        const { line, column } = token.start;
        notePiece(node, { index: node.value.length, length: piece.length, line, column });
        node.value += piece;
        const { offset } = token.end;
        if (node.position) {
          node.position.end = { line: token.end.line, column: token.end.column, offset };
        }
      },
      resourceDestinationString: takeDestination(),
      definitionDestinationString: takeDestination(),
    },
    transforms: [
      (tree: Root) => {
        tree.data = { ...tree.data, literalMarks: findLiteralMarks(tree) };
        noteTexts(tree);
      },
    ],
  };
}

/** What the parser does with the address of a link, and a note of where it stands. */
function takeDestination(): Handle {
  return function (token) {
    const url = this.resume();
    const node = this.stack.at(-1);
    if (node?.type !== 'link' && node?.type !== 'image' && node?.type !== 'definition') return;
    node.url = url;
    noteDestination(node, { start: token.start.offset, end: token.end.offset });
  };
}

/**
 * Behind an empty item the parser takes `[x]` at the head of the next paragraph for a box of that
 * item, drops what was written, and in development fails: it stays text.
 */
function strayBoxes(): Extension {
  return {
    exit: {
      taskListCheckValueChecked: markItem(true),
      taskListCheckValueUnchecked: markItem(false),
      taskListCheck(token) {
        if (this.stack.at(-2)?.type === 'listItem') return;
        this.enter({ type: 'text', value: this.sliceSerialize(token) }, token);
        this.exit(token);
      },
    },
  };
}

function markItem(checked: boolean) {
  return function (this: { readonly stack: readonly { type: string }[] }) {
    const item = this.stack.at(-2);
    if (item?.type === 'listItem') Object.assign(item, { checked });
  };
}
