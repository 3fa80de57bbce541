import { useTranslation } from '~/i18n/words'
import { QrCode } from '~/ui/duties/qr-code'
import { TestFiguresRow } from './test-figures'
import type { ShownTest } from './test-page'

export type TestScreen = {
  test: ShownTest
  /** null while the test is not open. */
  code: { text: string; address: string; typed: string } | null
  minutes: number
}

/** What a classroom's screen shows while the test is open: the code in two forms, and how far the room is. */
export function TestScreenView({ test, code, minutes }: TestScreen) {
  const { t } = useTranslation('classtest')
  return (
    <div data-progress={code === null ? 'done' : 'running'} data-every={5000}>
      <p className="text-ink2">
        {test.title} · {test.partName}
      </p>
      <h1 className="mt-1">{t(code === null ? 'screen.closed' : 'screen.title')}</h1>
      {code === null ? (
        <p className="mt-3">{t('screen.closedText')}</p>
      ) : (
        <div className="mt-4 items-center gap-10 lg:flex">
          <QrCode text={code.address} label={t('screen.qr')} className="h-auto w-full max-w-96" />
          <div className="mt-4 lg:mt-0">
            <p className="text-18">{t('screen.scan')}</p>
            <p className="mt-4 text-ink2">{t('screen.type', { address: code.typed })}</p>
            <p className="mt-1 font-mono text-[clamp(3rem,10vw,7rem)] font-semibold leading-tight tracking-widest">
              {code.text.slice(0, 3)} {code.text.slice(3)}
            </p>
            <p className="mt-4 text-ink2">{t('screen.own', { minutes })}</p>
          </div>
        </div>
      )}
      <TestFiguresRow figures={test.figures} />
      <p className="no-print mt-4">
        <a href={`/classes/${test.id}/tests/${test.key}`} className="inline-flex min-h-touch items-center">
          {t('screen.back')}
        </a>
      </p>
    </div>
  )
}
