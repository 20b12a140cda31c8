const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/**
 * A text as it stands between tags and in double-quoted attributes of XML; characters that no XML
 * may hold are left out.
 * @example escapeXml('Tin & "bài"\u0000') // 'Tin &amp; &quot;bài&quot;'
 * @see https://www.w3.org/TR/xml/ §2.2 and §2.4
 */
export function escapeXml(text: string): string {
  return text.replace(notInXml, '').replace(/[&<>"]/g, (character) => references[character] ?? '');
}

const notInXml = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
