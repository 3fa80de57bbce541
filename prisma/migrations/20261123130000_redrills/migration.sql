-- Which drill is practised again by this one.
ALTER TABLE "Drill" ADD COLUMN "answers" TEXT;

CREATE INDEX "Drill_answers_idx" ON "Drill"("answers");
