import { expect, test } from 'vitest';
import { explainUsage } from '@/lib/commands/wrong-option';
import { strings } from '@/lib/site/strings';

test.each([
  [strings.checkUsage, '--fixx', 'Không hiểu “--fixx”. Có phải “--fix”?'],
  [strings.newUsage, '--titel', 'Không hiểu “--titel”. Có phải “--title”?'],
  [strings.newUsage, '--no-daft', 'Không hiểu “--no-daft”. Có phải “--no-draft”?'],
  [strings.checkUsage, '--format xml', 'Không hiểu “--format xml”.'],
  [strings.checkUsage, '--against', 'Không hiểu “--against”.'],
])('what was wrong stands above the usage', (usage, wrong, words) => {
  expect(explainUsage(usage, wrong)).toBe(`${words}\n\n${usage}`);
});

test('for help there is nothing wrong', () => {
  expect(explainUsage(strings.newUsage, undefined)).toBe(strings.newUsage);
});
