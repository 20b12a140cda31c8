import { strings } from '@/lib/site/strings';
import type { AuthorProfile, ListPage } from '@/lib/store/edition';
import styles from './AuthorHead.module.css';
import { ListHead } from './ListHead';
import { ListMeta } from './ListMeta';
import { Rendered } from './Rendered';

interface Props {
  readonly author: AuthorProfile;
  readonly list: ListPage;
  readonly timeZone: string;
}

/** Who an author is, above what they wrote. */
export function AuthorHead({ author: { name, role, email, html }, list, timeZone }: Props) {
  return (
    <ListHead title={name} sapo={role} meta={<ListMeta list={list} timeZone={timeZone} />}>
      {html && <Rendered className={styles.text} html={html} />}
      {email && (
        <p className={styles.contact}>
          {strings.email}{' '}
          <a className={styles.email} href={`mailto:${email}`}>
            {email}
          </a>
        </p>
      )}
    </ListHead>
  );
}
