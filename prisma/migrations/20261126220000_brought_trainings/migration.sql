-- CreateTable
CREATE TABLE "BroughtTraining" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "importId" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "unitId" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "organiser" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    CONSTRAINT "BroughtTraining_importId_fkey" FOREIGN KEY ("importId") REFERENCES "RosterImport" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "BroughtTraining_importId_idx" ON "BroughtTraining"("importId");

-- CreateIndex
CREATE INDEX "BroughtTraining_subjectId_idx" ON "BroughtTraining"("subjectId");
