import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { CodeReader } from '~/ui/kit/code-reader'
import { Field, FormErrors, Select, TextArea } from '~/ui/kit/field'
import { Notice } from '~/ui/kit/notice'
import type { OfficialPage } from './view'

export type Scan = { kind: 'official'; host: string; address: string } | { kind: 'refused'; why: string; host: string }

const opens = { target: '_blank', rel: 'noopener noreferrer' }

type LookFacts = { pages: OfficialPage[]; scan: Scan | null; code: string; script: string }

/** Where to look: the official page, or the code on the card where it leads to one. `script` reads codes by camera. */
export function LookUp({ pages, scan, code, script }: LookFacts) {
  const { t } = useTranslation('licences')
  return (
    <>
      <ul>
        {pages.map((page) => (
          <li key={page.host} className="border-b border-line py-3">
            <a href={page.address} {...opens} className="inline-flex min-h-touch items-center font-semibold">
              {page.name}
            </a>
            <p className="text-14 text-ink2">{t('look.host', { host: page.host })}</p>
            <p className="text-14 text-ink2">{t('look.asks', { asks: page.asks })}</p>
          </li>
        ))}
      </ul>
      <details className="mt-3" open={scan !== null}>
        <summary className="inline-flex min-h-touch items-center text-indigo underline underline-offset-4">{t('look.hasCode')}</summary>
        <CodeReader
          words={{
            camera: t('look.camera'),
            cameraHint: t('look.cameraHint'),
            cameraStop: t('look.cameraStop'),
            cameraDenied: t('look.cameraDenied'),
            picture: t('look.picture'),
            pictureReading: t('look.pictureReading'),
            pictureNone: t('look.pictureNone'),
            pictureBad: t('look.pictureBad'),
          }}
        />
        <form method="post" className="mt-2" data-licence-code>
          <label htmlFor="code" className="font-semibold">
            {t('look.code')}
          </label>
          <p id="code-hint" className="text-14 text-ink2">
            {t('look.codeHint')}
          </p>
          <input
            id="code"
            name="scanned"
            defaultValue={code}
            autoComplete="off"
            aria-describedby="code-hint"
            className="mt-1 mb-3 block min-h-touch w-full rounded border border-field bg-raised px-3 py-2 text-16 text-ink"
          />
          <Button name="intent" value="scan">
            {t('look.read')}
          </Button>
        </form>
        {scan !== null && <ScanAnswer scan={scan} />}
      </details>
      {script !== '' && <script type="module" src={script} />}
    </>
  )
}

function ScanAnswer({ scan }: { scan: Scan }) {
  const { t } = useTranslation('licences')
  return (
    <div className="mt-4">
      {scan.kind === 'official' ? (
        <Notice kind="done" title={t('look.official', { host: scan.host })} live>
          <a href={scan.address} {...opens} className="inline-flex min-h-touch items-center">
            {t('look.open', { host: scan.host })}
          </a>
        </Notice>
      ) : (
        <Notice kind="stop" title={t('look.refused')} live>
          <p>{t(`look.why.${scan.why}`, { host: scan.host })}</p>
          <p className="mt-1">{t('look.instead')}</p>
        </Notice>
      )}
    </div>
  )
}

type CheckFacts = { pages: OfficialPage[]; nextDue: string; needsSecond: boolean; answer: FormAnswer | undefined }

/** What came of looking: how, with what result, and when to look again. */
export function CheckForm({ pages, nextDue, needsSecond, answer }: CheckFacts) {
  const { t } = useTranslation('licences')
  const options = (group: string, values: string[]) => values.map((value) => ({ value, label: t(`${group}.${value}`) }))
  return (
    <form method="post" className="mt-4">
      <FormErrors answer={answer} />
      <Select
        name="result"
        label={t('check.result')}
        options={options('resultChoice', ['matches', 'differs', 'not-found'])}
        empty={t('form.choose')}
        answer={answer}
        required
      />
      <Select
        name="how"
        label={t('check.how')}
        options={options('how', ['page', 'code', 'telephone', 'original'])}
        value="page"
        answer={answer}
        required
      />
      <Select
        name="page"
        label={t('check.page')}
        hint={t('check.pageHint')}
        options={pages.map(({ host, name }) => ({ value: host, label: `${name} (${host})` }))}
        value={pages[0]?.host ?? ''}
        answer={answer}
      />
      <Field name="nextDue" type="date" label={t('check.nextDue')} hint={t('check.nextDueHint')} value={nextDue} answer={answer} />
      <TextArea name="note" label={t('check.note')} hint={t('check.noteHint')} rows={2} answer={answer} />
      {needsSecond && <p className="mb-4 text-ink2">{t('check.two')}</p>}
      <Button weight="primary" name="intent" value="check" className="w-full sm:w-auto">
        {t('check.submit')}
      </Button>
    </form>
  )
}

type SecondFacts = { checkId: string; by: string; result: string; isMine: boolean; answer: FormAnswer | undefined }

/** The second person looks for himself, and says whether he found the same. */
export function SecondForm({ checkId, by, result, isMine, answer }: SecondFacts) {
  const { t } = useTranslation('licences')
  return (
    <>
      <p>{t('second.first', { name: by, result: t(`result.${result}`) })}</p>
      {isMine ? (
        <p className="mt-2 text-ink2">{t('second.mine')}</p>
      ) : (
        <form method="post" className="mt-4">
          <FormErrors answer={answer} />
          <input type="hidden" name="checkId" value={checkId} />
          <TextArea name="note" label={t('check.note')} rows={2} answer={answer} />
          <div className="flex flex-wrap gap-3">
            <Button weight="primary" name="intent" value="agree">
              {t('second.agree')}
            </Button>
            <Button name="intent" value="contradict">
              {t('second.contradict')}
            </Button>
          </div>
        </form>
      )}
    </>
  )
}
