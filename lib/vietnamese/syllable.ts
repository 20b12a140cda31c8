/**
 * True for a syllable as Vietnamese spells them, tone included; it need not be one that is used.
 * @param word one word of letters, any case and Unicode form
 * @example isSyllable('Nghị') // true
 * @example isSyllable('Muñoz') // false
 * @see README.md of this room, syllables
 */
export function isSyllable(word: string): boolean {
  const parts = word.normalize('NFD').toLowerCase();
  const found = parts.match(tones) ?? [];
  const [, onset, rhyme = ''] = shape.exec(parts.replace(tones, '').normalize('NFC')) ?? [];
  if (onset === undefined || found.length > 1) return false;
  // A rhyme that is stopped short carries the rising or the heavy tone only.
  if (/[cpt]$|ch$/.test(rhyme) && found[0] !== '\u0301' && found[0] !== '\u0323') return false;
  // `gi` is an onset, or `g` and a rhyme with i: gì, giếng.
  return rhymes.has(rhyme) || (onset === 'gi' && rhymes.has(`i${rhyme}`));
}

/** Huyền, sắc, ngã, hỏi, nặng. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

const shape = /^(ngh?|nh|n|ch?|d|đ|gi|gh?|kh?|l|m|ph?|qu|b|h|r|s|th|tr|t|v|x|)([aăâeêioôơuưy].*|)$/;

const rhymes = new Set(
  [
    'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây',
    'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu',
    'im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng',
    'oăt oc oe oen oeo oet oi om on ong oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt',
    'u ua uâ uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut',
    'uy uya uych uyên uyêt uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt',
    'ươu ưt ưu y yêm yên yêng yêt yêu yn ynh yt',
  ]
    .join(' ')
    .split(' '),
);
