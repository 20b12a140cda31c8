import type { Publisher as Particulars } from '@/lib/content/site-file';
import { strings } from '@/lib/site/strings';
import styles from './Footer.module.css';
import { Text } from './Text';

/** Who publishes: what is filled in, a line each, and nothing for what is not. */
export function Publisher({ publisher }: { readonly publisher: Particulars }) {
  const { kind, name, governingBody, address, email, phone, responsible, licence } = publisher;
  const lines = [
    [name, kind].filter(Boolean).join(' – '),
    governingBody && strings.governingBody(governingBody),
    responsible && strings.responsible(responsible.name, responsible.role),
    licence && strings.licence(licence.number, licence.date, licence.issuer),
    address && strings.address(address),
    phone && strings.phone(phone),
  ].flatMap((line) => (line ? [line] : []));
  if (lines.length === 0 && !email) return null;
  return (
    <div className={styles.publisher}>
      {lines.map((line) => (
        <p key={line}>
          <Text>{line}</Text>
        </p>
      ))}
      {email && (
        <p>
          {strings.email}{' '}
          <a className={styles.email} href={`mailto:${email}`}>
            {email}
          </a>
        </p>
      )}
    </div>
  );
}
