-- CreateTable
CREATE TABLE "ClassMark" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "classId" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "by" TEXT NOT NULL,
    CONSTRAINT "ClassMark_classId_fkey" FOREIGN KEY ("classId") REFERENCES "TrainingClass" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "ClassMark_id_key" ON "ClassMark"("id");

-- CreateIndex
CREATE INDEX "ClassMark_classId_part_personId_seq_idx" ON "ClassMark"("classId", "part", "personId", "seq");
