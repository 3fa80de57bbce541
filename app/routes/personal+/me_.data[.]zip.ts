import { ownDataPage } from '~/documents/personal/own-data-page'
import { zipWriter } from '~/documents/shared/zip-writer.server'
import { formatDay } from '~/domain/shared/day'
import { requireFreshPassword, serve } from '~/http/serve.server'
import { languageTag } from '~/i18n/config'
import { translator } from '~/i18n/translator'
import { takeOwnData } from '~/usecases/personal/take-own-data.server'
import { ownSheets } from './own-sheets.server'

/** Everything that is kept of whoever asks: once for people, once for programs, and the photographs of his cards. */
export const loader = serve('person', async (ctx, { request }) => {
  requireFreshPassword(ctx, request)
  const { tables, photographs } = await takeOwnData(ctx, ctx.actor.personId)
  const { t } = translator(ctx.locale)
  const day = formatDay(ctx.today)
  const pieces: Uint8Array[] = []
  const zip = zipWriter((bytes) => pieces.push(bytes))
  const page = {
    language: languageTag[ctx.locale],
    title: t('personal:data.file', { name: ctx.actor.name, day }),
    lead: t('personal:data.fileLead'),
    sheets: ownSheets(tables, ctx.locale),
    empty: t('personal:data.nothing'),
  }
  zip.add('index.html', Buffer.from(ownDataPage(page)), true)
  zip.add('data.json', Buffer.from(`${JSON.stringify({ madeAt: ctx.now.toISOString(), tables }, null, 2)}\n`), true)
  for (const { name, bytes } of photographs) zip.add(`photographs/${name}`, bytes, false)
  await zip.end()
  return new Response(Buffer.concat(pieces), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="my-data-${day}.zip"; filename*=UTF-8''${encodeURIComponent(`${t('personal:data.fileName')}-${day}.zip`)}`,
      'Cache-Control': 'private, no-store',
    },
  })
})
