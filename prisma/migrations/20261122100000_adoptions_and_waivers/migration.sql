-- CreateTable
CREATE TABLE "DutyAdoption" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "dutyId" TEXT NOT NULL,
    "placeId" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT,
    "adoptedBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "DutyAdoption_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Waiver" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "dutyId" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "through" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "grantedBy" TEXT NOT NULL,
    "grantedAt" DATETIME NOT NULL,
    CONSTRAINT "Waiver_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "DutyAdoption_placeId_idx" ON "DutyAdoption"("placeId");

-- CreateIndex
CREATE INDEX "DutyAdoption_dutyId_idx" ON "DutyAdoption"("dutyId");

-- CreateIndex
CREATE INDEX "Waiver_subjectId_idx" ON "Waiver"("subjectId");

-- CreateIndex
CREATE INDEX "Waiver_unitId_idx" ON "Waiver"("unitId");
