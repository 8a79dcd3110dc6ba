import type { SessionBody } from '../../api/session.ts';
import { Link } from '../shell/navigation.tsx';
import { Page } from '../shell/page.tsx';
import { type AccountSection, accountSections } from '../shell/route.ts';
import { useWords } from '../words/use-words.ts';
import { CreditsSection } from './credits-section.tsx';
import { KeysSection } from './keys-section.tsx';
import { PersonSection } from './person-section.tsx';
import { UsageSection } from './usage-section.tsx';
import { WebhookSection } from './webhook-section.tsx';

interface AccountPageProps {
  readonly section: AccountSection;
  readonly session: SessionBody;
}

/** What concerns the partner and the person: keys, credits, webhook, password. */
export function AccountPage({ section, session }: AccountPageProps) {
  const { account } = useWords();
  return (
    <Page title={account[section]}>
      <nav class="tabs" aria-label={account.sections}>
        {accountSections.map((name) => (
          <Link key={name} to={{ page: 'account', section: name }} isCurrent={name === section}>
            {account[name]}
          </Link>
        ))}
      </nav>
      {section === 'keys' ? <KeysSection /> : null}
      {section === 'credits' ? (
        <>
          <CreditsSection />
          <UsageSection />
        </>
      ) : null}
      {section === 'webhook' ? <WebhookSection /> : null}
      {section === 'person' ? <PersonSection session={session} /> : null}
    </Page>
  );
}
