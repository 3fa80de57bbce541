import { redirect } from '@remix-run/node'
import { classAnywhere } from '~/data/classes/classes.server'
import { findOwnTestPaper, type TestPaper } from '~/data/classes/test-papers.server'
import { familyIds } from '~/data/org/family.server'
import { NotFound } from '~/domain/shared/faults'
import type { Signed } from '~/http/serve.server'
import { closeIfOver } from '~/usecases/classes/close-due-class-papers.server'

/** One's own open paper; one that is closed, or whose time is over, leads to its result. Somebody else's is not found. */
export async function openOwnPaper(ctx: Signed, id: string): Promise<TestPaper> {
  const paper = findOwnTestPaper(familyIds(ctx.actor.personId), id)
  if (paper === null) throw new NotFound()
  if (paper.closedAt !== null || (await closeIfOver(paper, ctx.now))) throw redirect(`/classes/papers/${id}/result`, 303)
  return paper
}

/** One's own paper after it was closed; an open one leads to its questions. */
export async function closedOwnPaper(ctx: Signed, id: string): Promise<TestPaper & { closedAt: Date }> {
  const family = familyIds(ctx.actor.personId)
  const found = findOwnTestPaper(family, id)
  const paper = found && (await closeIfOver(found, ctx.now)) ? findOwnTestPaper(family, id) : found
  if (paper === null) throw new NotFound()
  const { closedAt } = paper
  if (closedAt === null) throw redirect(`/classes/papers/${id}`, 303)
  return { ...paper, closedAt }
}

/** What a paper is called: its class, and the part that it tests. */
export async function namesOfPaper({ classId, part }: TestPaper): Promise<{ title: string; partName: string }> {
  const facts = await classAnywhere(classId)
  if (facts === null) throw new NotFound()
  return { title: facts.body.title, partName: facts.body.parts.find(({ key }) => key === part)?.name ?? '' }
}
