-- What has changed that a standing can depend on, in order. Triggers write it, so that no writer can forget; what is kept from standings
-- reads it to know whom to work out again. Only the last 100,000 changes are kept: who is further behind works out everything.
CREATE TABLE "StandingChange" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL
);

CREATE TRIGGER "StandingChange_kept" AFTER INSERT ON "StandingChange" BEGIN
  DELETE FROM "StandingChange" WHERE "seq" <= NEW."seq" - 100000;
END;

CREATE TRIGGER "EvidenceEntry_insert_standing" AFTER INSERT ON "EvidenceEntry" BEGIN
  INSERT INTO "StandingChange" ("kind", "subjectId") VALUES (NEW."subjectKind", NEW."subjectId");
END;

CREATE TRIGGER "Post_insert_standing" AFTER INSERT ON "Post" BEGIN
  INSERT INTO "StandingChange" ("kind", "subjectId") VALUES ('person', NEW."personId");
END;

CREATE TRIGGER "UnitTrait_insert_standing" AFTER INSERT ON "UnitTrait" BEGIN
  INSERT INTO "StandingChange" ("kind", "subjectId") VALUES ('staff', NEW."unitId");
END;

CREATE TRIGGER "Waiver_insert_standing" AFTER INSERT ON "Waiver" BEGIN
  INSERT INTO "StandingChange" ("kind", "subjectId") VALUES ('waived', NEW."subjectId");
END;

CREATE TRIGGER "DutyAdoption_insert_standing" AFTER INSERT ON "DutyAdoption" BEGIN
  INSERT INTO "StandingChange" ("kind", "subjectId") VALUES ('place', NEW."placeId");
END;

CREATE TRIGGER "Unit_insert_standing" AFTER INSERT ON "Unit" BEGIN
  INSERT INTO "StandingChange" ("kind", "subjectId") VALUES ('staff', NEW."id");
END;

CREATE TRIGGER "EvidenceEntry_update_standing" AFTER UPDATE ON "EvidenceEntry" BEGIN
  INSERT INTO "StandingChange" ("kind", "subjectId") VALUES (OLD."subjectKind", OLD."subjectId");
  INSERT INTO "StandingChange" ("kind", "subjectId") VALUES (NEW."subjectKind", NEW."subjectId");
END;

CREATE TRIGGER "Post_update_standing" AFTER UPDATE ON "Post" BEGIN
  INSERT INTO "StandingChange" ("kind", "subjectId") VALUES ('person', OLD."personId");
  INSERT INTO "StandingChange" ("kind", "subjectId") VALUES ('person', NEW."personId");
  INSERT INTO "StandingChange" ("kind", "subjectId") SELECT 'staff', OLD."unitId" WHERE OLD."unitId" <> NEW."unitId";
END;

CREATE TRIGGER "UnitTrait_update_standing" AFTER UPDATE ON "UnitTrait" BEGIN
  INSERT INTO "StandingChange" ("kind", "subjectId") VALUES ('staff', OLD."unitId");
  INSERT INTO "StandingChange" ("kind", "subjectId") VALUES ('staff', NEW."unitId");
END;

CREATE TRIGGER "Waiver_update_standing" AFTER UPDATE ON "Waiver" BEGIN
  INSERT INTO "StandingChange" ("kind", "subjectId") VALUES ('waived', OLD."subjectId");
  INSERT INTO "StandingChange" ("kind", "subjectId") VALUES ('waived', NEW."subjectId");
END;

CREATE TRIGGER "DutyAdoption_update_standing" AFTER UPDATE ON "DutyAdoption" BEGIN
  INSERT INTO "StandingChange" ("kind", "subjectId") VALUES ('place', OLD."placeId");
  INSERT INTO "StandingChange" ("kind", "subjectId") VALUES ('place', NEW."placeId");
END;

CREATE TRIGGER "Unit_update_standing" AFTER UPDATE OF "placeId", "from", "to" ON "Unit" BEGIN
  INSERT INTO "StandingChange" ("kind", "subjectId") VALUES ('staff', NEW."id");
END;

CREATE TRIGGER "Person_update_standing" AFTER UPDATE OF "mergedIntoId" ON "Person" BEGIN
  INSERT INTO "StandingChange" ("kind", "subjectId") VALUES ('person', NEW."id");
  INSERT INTO "StandingChange" ("kind", "subjectId") SELECT 'person', OLD."mergedIntoId" WHERE OLD."mergedIntoId" IS NOT NULL;
END;

CREATE TRIGGER "Place_update_standing" AFTER UPDATE OF "path" ON "Place" BEGIN
  INSERT INTO "StandingChange" ("kind", "subjectId") VALUES ('place', NEW."id");
END;

CREATE TRIGGER "EvidenceEntry_delete_standing" AFTER DELETE ON "EvidenceEntry" BEGIN
  INSERT INTO "StandingChange" ("kind", "subjectId") VALUES (OLD."subjectKind", OLD."subjectId");
END;

CREATE TRIGGER "Post_delete_standing" AFTER DELETE ON "Post" BEGIN
  INSERT INTO "StandingChange" ("kind", "subjectId") VALUES ('person', OLD."personId");
  INSERT INTO "StandingChange" ("kind", "subjectId") VALUES ('staff', OLD."unitId");
END;

CREATE TRIGGER "UnitTrait_delete_standing" AFTER DELETE ON "UnitTrait" BEGIN
  INSERT INTO "StandingChange" ("kind", "subjectId") VALUES ('staff', OLD."unitId");
END;

CREATE TRIGGER "Waiver_delete_standing" AFTER DELETE ON "Waiver" BEGIN
  INSERT INTO "StandingChange" ("kind", "subjectId") VALUES ('waived', OLD."subjectId");
END;

CREATE TRIGGER "DutyAdoption_delete_standing" AFTER DELETE ON "DutyAdoption" BEGIN
  INSERT INTO "StandingChange" ("kind", "subjectId") VALUES ('place', OLD."placeId");
END;

CREATE TRIGGER "Unit_delete_standing" AFTER DELETE ON "Unit" BEGIN
  INSERT INTO "StandingChange" ("kind", "subjectId") VALUES ('staff', OLD."id");
END;

CREATE TRIGGER "Unit_update_name" AFTER UPDATE OF "name", "sector" ON "Unit" BEGIN
  INSERT INTO "StandingChange" ("kind", "subjectId") VALUES ('name', NEW."id");
END;

CREATE TRIGGER "Place_insert_name" AFTER INSERT ON "Place" BEGIN
  INSERT INTO "StandingChange" ("kind", "subjectId") VALUES ('name', NEW."id");
END;

CREATE TRIGGER "Place_update_name" AFTER UPDATE OF "name", "parentId" ON "Place" BEGIN
  INSERT INTO "StandingChange" ("kind", "subjectId") VALUES ('name', NEW."id");
END;

CREATE TRIGGER "Place_delete_name" AFTER DELETE ON "Place" BEGIN
  INSERT INTO "StandingChange" ("kind", "subjectId") VALUES ('name', OLD."id");
END;
