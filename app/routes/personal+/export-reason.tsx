import { useLoaderData } from '@remix-run/react'
import { exportReasons, rowsWithoutReason } from '~/domain/personal/export-limit'
import { NotFound } from '~/domain/shared/faults'
import { readQuery } from '~/http/query.server'
import { safeNext, serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { Select } from '~/ui/kit/field'
import { titled } from '~/ui/shell/title'

/** The address of a list that is to leave, with its question; nothing else is gone on to. */
function listOf(request: { url: string }): URL {
  const given = safeNext(new URL(request.url).searchParams.get('list'), '')
  const list = new URL(given, 'http://here')
  if (!/\.(xlsx|csv)$/.test(list.pathname)) throw new NotFound()
  return list
}

export const loader = serve('person', (_ctx, { request }) => {
  const list = listOf(request)
  const rows = Number(readQuery(request).text('rows') ?? '0')
  const asked = [...list.searchParams].filter(([name]) => name !== 'why').map(([name, value]) => ({ name, value }))
  return { path: list.pathname, asked, rows: Number.isInteger(rows) && rows > 0 ? rows : null, most: rowsWithoutReason }
})

export const handle = titled<typeof loader>((t) => t('personal:export.title'))

export default function ExportReason() {
  const { path, asked, rows, most } = useLoaderData<typeof loader>()
  const { t } = useTranslation('personal')
  const options = exportReasons.map((value) => ({ value, label: t(`export.why.${value}`) }))
  return (
    <div className="mx-auto max-w-measure sm:py-6">
      <h1>{t('export.title')}</h1>
      <p className="mt-2 text-ink2">
        {rows !== null && t('export.rows', { count: rows })} {t('export.lead', { count: most })}
      </p>
      <form method="get" action={path} className="mt-6">
        {asked.map(({ name, value }) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <Select name="why" label={t('export.reason')} options={options} empty={t('choose')} required />
        <Button weight="primary">{t('export.go')}</Button>
      </form>
    </div>
  )
}
