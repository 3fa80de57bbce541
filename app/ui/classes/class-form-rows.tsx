import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import type { ClassFormPage } from './class-form'

type Props = { page: ClassFormPage; answer: FormAnswer | undefined }

const box =
  'mt-1 block w-full min-h-touch rounded border border-field bg-raised px-3 py-2 text-16 text-ink aria-[invalid=true]:border-vermilion'

/** What is wrong with rows, above them. */
function RowErrors({ answer, of }: { answer: FormAnswer | undefined; of: RegExp }) {
  const { t } = useTranslation('classroom')
  return Object.entries(answer?.errors ?? {})
    .filter(([name]) => of.test(name))
    .map(([name, keys]) => (
      <p key={name} id={`${name}-error`} className="mb-2 text-vermilion">
        {keys.map((key) => t(key, answer?.reasonValues ?? {})).join(' ')}
      </p>
    ))
}

type CellProps = Props & { name: string; label: string; more?: React.InputHTMLAttributes<HTMLInputElement> }

function Cell({ page, answer, name, label, more }: CellProps) {
  const isWrong = (answer?.errors[name]?.length ?? 0) > 0
  return (
    <label className="block">
      <span className="text-14 text-ink2">{label}</span>
      <input
        name={name}
        defaultValue={answer?.values[name] ?? page.values[name] ?? ''}
        aria-invalid={isWrong ? true : undefined}
        aria-describedby={isWrong ? `${name}-error` : undefined}
        autoComplete="off"
        className={box}
        {...more}
      />
    </label>
  )
}

/** A row for each part of the programme: its day and its times. */
export function PartRows({ page, answer }: Props) {
  const { t } = useTranslation('classroom')
  return (
    <fieldset className="mb-6">
      <legend className="text-18 font-semibold">{t('form.parts')}</legend>
      <p className="mb-2 text-14 text-ink2">{t(page.hasBegun ? 'form.partsBegun' : 'form.partsHint')}</p>
      <RowErrors answer={answer} of={/^(on|from|to)\d+$/} />
      {page.parts.map(({ key, name, kind }, nth) => (
        <div key={key} className="mb-3 border-t border-line pt-2">
          <p className="font-semibold">
            {name}
            {kind === 'test' && <span className="ml-2 text-14 font-normal text-ink2">{t('form.isTest')}</span>}
          </p>
          <div className="grid grid-cols-2 gap-x-3 gap-y-2 sm:grid-cols-[2fr_1fr_1fr]">
            <span className="col-span-2 sm:col-span-1">
              <Cell {...{ page, answer }} name={`on${nth}`} label={t('form.on')} more={{ type: 'date' }} />
            </span>
            <Cell {...{ page, answer }} name={`from${nth}`} label={t('form.from')} more={{ type: 'time' }} />
            <Cell {...{ page, answer }} name={`to${nth}`} label={t('form.to')} more={{ type: 'time' }} />
          </div>
        </div>
      ))}
    </fieldset>
  )
}

/** A row for each classroom, the main one first; those beyond what is needed are folded away. */
export function RoomRows({ page, answer }: Props) {
  const { t } = useTranslation('classroom')
  const rows = Array.from({ length: page.rooms }, (_, nth) => nth)
  const typed = (nth: number): boolean => (answer?.values[`room${nth}`] ?? page.values[`room${nth}`] ?? '') !== ''
  const shown = Math.max(3, rows.filter(typed).length + 1)
  const wrong = Object.keys(answer?.errors ?? {}).some((name) => /^(room|place|seats|organiser)\d+$/.test(name))
  return (
    <fieldset className="mb-6">
      <legend className="text-18 font-semibold">{t('form.rooms')}</legend>
      <p className="mb-2 text-14 text-ink2">{t('form.roomsHint')}</p>
      <RowErrors answer={answer} of={/^(room|place|seats|organiser)\d+$/} />
      {rows.slice(0, shown).map((nth) => (
        <Room key={nth} {...{ page, answer, nth }} />
      ))}
      {rows.length > shown && (
        <details open={wrong}>
          <summary className="opens inline-flex min-h-touch items-center">{t('form.moreRooms')}</summary>
          {rows.slice(shown).map((nth) => (
            <Room key={nth} {...{ page, answer, nth }} />
          ))}
        </details>
      )}
    </fieldset>
  )
}

function Room({ page, answer, nth }: Props & { nth: number }) {
  const { t } = useTranslation('classroom')
  const id = page.values[`roomid${nth}`] ?? ''
  return (
    <div className="mb-4 border-t border-line pt-2">
      <p className="font-semibold">{nth === 0 ? t('form.mainRoom') : t('form.branchRoom', { n: nth })}</p>
      {id !== '' && <input type="hidden" name={`roomid${nth}`} value={id} />}
      <div className="grid gap-x-3 gap-y-2 sm:grid-cols-2">
        <Cell {...{ page, answer }} name={`room${nth}`} label={t('form.roomName')} more={{ maxLength: 60 }} />
        <Cell {...{ page, answer }} name={`place${nth}`} label={t('form.roomPlace')} more={{ maxLength: 120 }} />
        <Cell {...{ page, answer }} name={`seats${nth}`} label={t('form.seats')} more={{ inputMode: 'numeric', maxLength: 5 }} />
        <Cell {...{ page, answer }} name={`organiser${nth}`} label={t('form.organiser')} more={{ list: 'organisers', maxLength: 120 }} />
      </div>
    </div>
  )
}
