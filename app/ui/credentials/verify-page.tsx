import type { Renewal } from '~/domain/credentials/paper-lapse'
import { type VerdictName, verdictNames } from '~/domain/credentials/verdict-view'
import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button } from '../kit/button'
import { CodeReader } from '../kit/code-reader'
import { FormErrors, TextArea } from '../kit/field'
import { type OfflineFacts, OfflinePage } from '../kit/offline-page'
import { NameCheck, type StatementFacts, VerdictFacts, VerdictHead } from './verdict'

/** What the server answers to a posted text: a browser without scripts shows it. */
export type Judged = {
  name: VerdictName
  text: string
  facts: StatementFacts | null
  when: string
  doubt: string | null
  lapsed: string | null
  named: boolean | null
  typedName: string
  path: string | null
}

/** For the script: the words of positions and courses, and which training is asked for again. */
type Names = { positions: Record<string, string>; courses: Record<string, string>; renewals: Renewal[] }
export type VerifyFacts = { script: string; offline: OfflineFacts; names: Names; listAt: string }

/** Is this certificate genuine? Read by camera, from a picture or as text; everything happens on the page, also without network. */
export function VerifyPage({ page, judged, answer }: { page: VerifyFacts; judged: Judged | null; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('verify')
  return (
    <div className="mx-auto max-w-measure" data-verify data-names={JSON.stringify(page.names)}>
      <h1>{t('title')}</h1>
      <p className="mt-2 text-ink2">{t('lead')}</p>
      <section id="verdict" aria-live="polite" className="mt-6 border-y border-field py-6 empty:hidden">
        {judged && <Answer judged={judged} />}
      </section>
      <Ways answer={answer} />
      <p className="mt-6">
        <a href="/C" className="inline-flex min-h-touch items-center">
          {t('byNumber')}
        </a>
      </p>
      <p
        className="mt-4 text-14 text-ink2"
        data-list
        data-at={t('listAt', { when: '{when}' })}
        data-none={t('listNone')}
        data-old={t('listOld')}
      >
        {t('listAt', { when: page.listAt })}
      </p>
      <OfflinePage kind="verify" offline={page.offline} also={['/V/keys.json', '/V/revoked']} />
      <noscript>
        <p className="mt-4 text-14 text-ink2">{t('noScript')}</p>
      </noscript>
      {verdictNames.map((name) => (
        <template key={name} data-verdict={name}>
          <VerdictHead name={name} />
        </template>
      ))}
      <template data-facts>
        <VerdictFacts facts={null} doubt={null} lapsed={null} />
        <NameCheck text="" named={null} name="" />
        <Today />
      </template>
      <template data-first-code>
        <FirstCode path="" />
      </template>
      {page.script !== '' && <script type="module" src={page.script} />}
    </div>
  )
}

function Answer({ judged: { name, text, facts, when, doubt, lapsed, named, typedName, path } }: { judged: Judged }) {
  return (
    <>
      <VerdictHead name={name} when={when} />
      {path !== null && <FirstCode path={path} />}
      {facts && (
        <>
          <VerdictFacts facts={facts} doubt={doubt} lapsed={lapsed} />
          <NameCheck text={text} named={named} name={typedName} />
          <Today />
        </>
      )}
    </>
  )
}

/** What the paper cannot say. */
function Today() {
  const { t } = useTranslation('verify')
  return <p className="mt-6 text-ink2">{t('today')}</p>
}

function FirstCode({ path }: { path: string }) {
  const { t } = useTranslation('verify')
  return (
    <p className="mt-3">
      <a href={path} className="inline-flex min-h-touch items-center">
        {t('openFirst')}
      </a>
    </p>
  )
}

/** Camera and picture show where the script can use them; the text is also read by the server. */
function Ways({ answer }: { answer: FormAnswer | undefined }) {
  const { t } = useTranslation('verify')
  return (
    <>
      <CodeReader
        isMain
        words={{
          camera: t('camera'),
          cameraHint: t('cameraHint'),
          cameraStop: t('cameraStop'),
          cameraDenied: t('cameraDenied'),
          picture: t('picture'),
          pictureHint: t('pictureHint'),
          pictureReading: t('pictureReading'),
          pictureNone: t('pictureNone'),
          pictureBad: t('pictureBad'),
        }}
      />
      <form method="post" className="mt-6" data-text-check>
        <FormErrors answer={answer} />
        <TextArea name="text" label={t('text')} hint={t('textHint')} rows={4} answer={answer} />
        <Button>{t('check')}</Button>
      </form>
    </>
  )
}
