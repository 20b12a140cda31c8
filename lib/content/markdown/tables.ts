import type { Table } from 'mdast';
import { strings } from '../../site/strings';
import { type Rendering, replaceNodes, wrapped } from './nodes';

/** Puts tables and code into scrollers of their own, reachable by keyboard, and names header cells. */
export function wrapWideBlocks({ tree }: Rendering): void {
  let tables = 0;
  let listings = 0;
  replaceNodes(tree, (node) => {
    if (node.type !== 'table' && node.type !== 'code') return undefined;
    if (node.type === 'table') {
      styleCells(node);
      tables += 1;
    } else {
      listings += 1;
    }
    const ariaLabel = node.type === 'table' ? strings.table(tables) : strings.listing(listings);
    const properties = { className: ['scroller'], role: 'region', tabIndex: 0, ariaLabel };
    return [wrapped('div', properties, [node])];
  });
}

/** Names header cells, and gives alignment as a class: HTML has no attribute for it any more. */
function styleCells(table: Table): void {
  const alignments = table.align ?? [];
  table.align = null;
  for (const [rowIndex, row] of table.children.entries()) {
    for (const [column, cell] of row.children.entries()) {
      const alignment = alignments[column];
      cell.data = {
        ...cell.data,
        hProperties: {
          ...(rowIndex === 0 && { scope: 'col' }),
          ...(alignment === 'right' && { className: ['end'] }),
          ...(alignment === 'center' && { className: ['center'] }),
        },
      };
    }
  }
}
