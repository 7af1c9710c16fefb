"""Real people: sessions, second factors, applications, claims, drafts, merges, reports, calls, requests about data."""

import sqlalchemy as sa
from alembic import op

from marketplace.core.db import append_only_statements


revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

BIG_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
FACTS = ("supplier_merge", "product_merge", "call_note")
REACHABLE = "email IS NOT NULL OR phone IS NOT NULL"
PRODUCT_STATES = "state IN ('draft','pending','published','returned','removed')"
STATES = "state IN ('unclaimed','claimed','suspended','closed')"


def upgrade() -> None:
    op.create_table(
        "distinct_pair",
        sa.Column("subject", sa.String(length=16), nullable=False),
        sa.Column("first_id", sa.BigInteger(), nullable=False),
        sa.Column("second_id", sa.BigInteger(), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", BIG_KEY, nullable=True),
        sa.CheckConstraint("subject IN ('supplier','product')", name=op.f("ck_distinct_pair_subject")),
        sa.CheckConstraint("first_id < second_id", name=op.f("ck_distinct_pair_pair_order")),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_distinct_pair_account_id")),
        sa.PrimaryKeyConstraint("subject", "first_id", "second_id", name=op.f("pk_distinct_pair")),
    )
    op.create_table(
        "listing_report",
        sa.Column("id", BIG_KEY, nullable=False),
        sa.Column("public_id", sa.String(length=24), nullable=False),
        sa.Column("subject", sa.String(length=16), nullable=False),
        sa.Column("subject_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("other_id", sa.BigInteger(), nullable=True),
        sa.Column("contact", sa.String(length=254), nullable=True),
        sa.Column("account_id", BIG_KEY, nullable=True),
        sa.Column("reported_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("outcome", sa.String(length=16), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("settled_by_id", BIG_KEY, nullable=True),
        sa.CheckConstraint("kind IN ('wrong','double','closed','own')", name=op.f("ck_listing_report_kind")),
        sa.CheckConstraint(
            "outcome IS NULL OR outcome IN ('mended','merged','closed','left')", name=op.f("ck_listing_report_outcome")
        ),
        sa.CheckConstraint("subject IN ('supplier','product')", name=op.f("ck_listing_report_subject")),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_listing_report_account_id")),
        sa.ForeignKeyConstraint(["settled_by_id"], ["account.id"], name=op.f("fk_listing_report_settled_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_listing_report")),
        sa.UniqueConstraint("public_id", name=op.f("uq_listing_report_public_id")),
    )
    with op.batch_alter_table("listing_report") as batch:
        batch.create_index(batch.f("ix_listing_report_reported_at"), ["reported_at"])
        batch.create_index(batch.f("ix_listing_report_subject_subject_id"), ["subject", "subject_id"])

    op.create_table(
        "pending_login",
        sa.Column("id", BIG_KEY, nullable=False),
        sa.Column("public_id", sa.String(length=24), nullable=False),
        sa.Column("account_id", BIG_KEY, nullable=True),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("password_hash", sa.String(length=200), nullable=True),
        sa.Column("rules_version", sa.String(length=16), nullable=False),
        sa.Column("language", sa.String(length=5), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_pending_login_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pending_login")),
        sa.UniqueConstraint("public_id", name=op.f("uq_pending_login_public_id")),
    )
    with op.batch_alter_table("pending_login") as batch:
        batch.create_index(batch.f("ix_pending_login_account_id"), ["account_id"])
        batch.create_index(batch.f("ix_pending_login_email"), ["email"])

    op.create_table(
        "recovery_code",
        sa.Column("id", BIG_KEY, nullable=False),
        sa.Column("account_id", BIG_KEY, nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_recovery_code_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recovery_code")),
    )
    with op.batch_alter_table("recovery_code") as batch:
        batch.create_index(batch.f("ix_recovery_code_account_id"), ["account_id"])

    op.create_table(
        "review_message",
        sa.Column("id", BIG_KEY, nullable=False),
        sa.Column("subject", sa.String(length=16), nullable=False),
        sa.Column("subject_id", sa.BigInteger(), nullable=False),
        sa.Column("side", sa.String(length=8), nullable=False),
        sa.Column("account_id", BIG_KEY, nullable=True),
        sa.Column("reason", sa.String(length=24), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("erased_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("side IN ('person','officer')", name=op.f("ck_review_message_side")),
        sa.CheckConstraint(
            "subject IN ('application','claim','supplier','product','certificate','report')",
            name=op.f("ck_review_message_subject"),
        ),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_review_message_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_message")),
    )
    with op.batch_alter_table("review_message") as batch:
        batch.create_index(batch.f("ix_review_message_account_id"), ["account_id"])
        batch.create_index(batch.f("ix_review_message_subject_subject_id"), ["subject", "subject_id"])

    op.create_table(
        "signin_session",
        sa.Column("id", BIG_KEY, nullable=False),
        sa.Column("public_id", sa.String(length=24), nullable=False),
        sa.Column("account_id", BIG_KEY, nullable=False),
        sa.Column("token_digest", sa.String(length=64), nullable=False),
        sa.Column("device", sa.String(length=80), nullable=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("second_factor_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_signin_session_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signin_session")),
        sa.UniqueConstraint("public_id", name=op.f("uq_signin_session_public_id")),
        sa.UniqueConstraint("token_digest", name=op.f("uq_signin_session_token_digest")),
    )
    with op.batch_alter_table("signin_session") as batch:
        batch.create_index(batch.f("ix_signin_session_account_id_ended_at"), ["account_id", "ended_at"])

    op.create_table(
        "data_request",
        sa.Column("id", BIG_KEY, nullable=False),
        sa.Column("public_id", sa.String(length=24), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("party_id", BIG_KEY, nullable=True),
        sa.Column("account_id", BIG_KEY, nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("kind IN ('copy','correction','deletion','withdrawal')", name=op.f("ck_data_request_kind")),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_data_request_account_id")),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_data_request_party_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_data_request")),
        sa.UniqueConstraint("public_id", name=op.f("uq_data_request_public_id")),
    )
    with op.batch_alter_table("data_request") as batch:
        batch.create_index(batch.f("ix_data_request_account_id"), ["account_id"])
        batch.create_index(batch.f("ix_data_request_party_id"), ["party_id"])

    op.create_table(
        "claim",
        sa.Column("id", BIG_KEY, nullable=False),
        sa.Column("public_id", sa.String(length=24), nullable=False),
        sa.Column("supplier_id", BIG_KEY, nullable=False),
        sa.Column("account_id", BIG_KEY, nullable=False),
        sa.Column("way", sa.String(length=8), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("scan_id", BIG_KEY, nullable=True),
        sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by_id", BIG_KEY, nullable=True),
        sa.CheckConstraint("state IN ('pending','approved','refused','withdrawn')", name=op.f("ck_claim_state")),
        sa.CheckConstraint("way IN ('code','proof')", name=op.f("ck_claim_way")),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_claim_account_id")),
        sa.ForeignKeyConstraint(["decided_by_id"], ["account.id"], name=op.f("fk_claim_decided_by_id")),
        sa.ForeignKeyConstraint(["scan_id"], ["photo.id"], name=op.f("fk_claim_scan_id")),
        sa.ForeignKeyConstraint(["supplier_id"], ["supplier.id"], name=op.f("fk_claim_supplier_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim")),
        sa.UniqueConstraint("public_id", name=op.f("uq_claim_public_id")),
    )
    with op.batch_alter_table("claim") as batch:
        batch.create_index(batch.f("ix_claim_account_id"), ["account_id"])
        batch.create_index(batch.f("ix_claim_supplier_id_state"), ["supplier_id", "state"])

    op.create_table(
        "claim_code",
        sa.Column("id", BIG_KEY, nullable=False),
        sa.Column("supplier_id", BIG_KEY, nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("replaces_holders", sa.Boolean(), nullable=False),
        sa.Column("made_by_id", BIG_KEY, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("used_by_id", BIG_KEY, nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["made_by_id"], ["account.id"], name=op.f("fk_claim_code_made_by_id")),
        sa.ForeignKeyConstraint(["supplier_id"], ["supplier.id"], name=op.f("fk_claim_code_supplier_id")),
        sa.ForeignKeyConstraint(["used_by_id"], ["account.id"], name=op.f("fk_claim_code_used_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim_code")),
    )
    with op.batch_alter_table("claim_code") as batch:
        batch.create_index(batch.f("ix_claim_code_digest"), ["digest"])
        batch.create_index(batch.f("ix_claim_code_supplier_id"), ["supplier_id"])

    op.create_table(
        "member_invitation",
        sa.Column("id", BIG_KEY, nullable=False),
        sa.Column("public_id", sa.String(length=24), nullable=False),
        sa.Column("supplier_id", BIG_KEY, nullable=False),
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("phone", sa.String(length=20), nullable=True),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("replaces_account_id", BIG_KEY, nullable=True),
        sa.Column("drops_mailbox", sa.Boolean(), nullable=False),
        sa.Column("invited_by_id", BIG_KEY, nullable=False),
        sa.Column("invited_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("accepted_by_id", BIG_KEY, nullable=True),
        sa.Column("cancelled_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("role IN ('member', 'manager')", name=op.f("ck_member_invitation_role")),
        sa.ForeignKeyConstraint(["accepted_by_id"], ["account.id"], name=op.f("fk_member_invitation_accepted_by_id")),
        sa.ForeignKeyConstraint(["invited_by_id"], ["account.id"], name=op.f("fk_member_invitation_invited_by_id")),
        sa.ForeignKeyConstraint(
            ["replaces_account_id"], ["account.id"], name=op.f("fk_member_invitation_replaces_account_id")
        ),
        sa.ForeignKeyConstraint(["supplier_id"], ["supplier.id"], name=op.f("fk_member_invitation_supplier_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member_invitation")),
        sa.UniqueConstraint("public_id", name=op.f("uq_member_invitation_public_id")),
    )
    with op.batch_alter_table("member_invitation") as batch:
        batch.create_index(batch.f("ix_member_invitation_supplier_id"), ["supplier_id"])

    op.create_table(
        "supplier_application",
        sa.Column("id", BIG_KEY, nullable=False),
        sa.Column("public_id", sa.String(length=24), nullable=False),
        sa.Column("supplier_id", BIG_KEY, nullable=False),
        sa.Column("account_id", BIG_KEY, nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("applied_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by_id", BIG_KEY, nullable=True),
        sa.CheckConstraint(
            "state IN ('open','changes_asked','passed','refused','withdrawn')",
            name=op.f("ck_supplier_application_state"),
        ),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_supplier_application_account_id")),
        sa.ForeignKeyConstraint(["decided_by_id"], ["account.id"], name=op.f("fk_supplier_application_decided_by_id")),
        sa.ForeignKeyConstraint(["supplier_id"], ["supplier.id"], name=op.f("fk_supplier_application_supplier_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supplier_application")),
        sa.UniqueConstraint("public_id", name=op.f("uq_supplier_application_public_id")),
    )
    with op.batch_alter_table("supplier_application") as batch:
        batch.create_index(batch.f("ix_supplier_application_account_id"), ["account_id"])
        batch.create_index(batch.f("ix_supplier_application_state_due_at"), ["state", "due_at"])
        batch.create_index(batch.f("ix_supplier_application_supplier_id"), ["supplier_id"])

    op.create_table(
        "supplier_decision",
        sa.Column("id", BIG_KEY, nullable=False),
        sa.Column("supplier_id", BIG_KEY, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("message_id", BIG_KEY, nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by_id", BIG_KEY, nullable=True),
        sa.CheckConstraint(
            "kind IN ('passed','changes_asked','refused','suspended','reinstated','verified','unverified','closed')",
            name=op.f("ck_supplier_decision_kind"),
        ),
        sa.ForeignKeyConstraint(["decided_by_id"], ["account.id"], name=op.f("fk_supplier_decision_decided_by_id")),
        sa.ForeignKeyConstraint(["message_id"], ["review_message.id"], name=op.f("fk_supplier_decision_message_id")),
        sa.ForeignKeyConstraint(["supplier_id"], ["supplier.id"], name=op.f("fk_supplier_decision_supplier_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supplier_decision")),
    )
    with op.batch_alter_table("supplier_decision") as batch:
        batch.create_index(batch.f("ix_supplier_decision_supplier_id_id"), ["supplier_id", "id"])

    op.create_table(
        "supplier_merge",
        sa.Column("id", BIG_KEY, nullable=False),
        sa.Column("from_id", BIG_KEY, nullable=False),
        sa.Column("into_id", BIG_KEY, nullable=False),
        sa.Column("undoes_id", BIG_KEY, nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", BIG_KEY, nullable=True),
        sa.CheckConstraint("from_id <> into_id", name=op.f("ck_supplier_merge_two")),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_supplier_merge_account_id")),
        sa.ForeignKeyConstraint(["from_id"], ["supplier.id"], name=op.f("fk_supplier_merge_from_id")),
        sa.ForeignKeyConstraint(["into_id"], ["supplier.id"], name=op.f("fk_supplier_merge_into_id")),
        sa.ForeignKeyConstraint(["undoes_id"], ["supplier_merge.id"], name=op.f("fk_supplier_merge_undoes_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supplier_merge")),
        sa.UniqueConstraint("undoes_id", name=op.f("uq_supplier_merge_undoes_id")),
    )
    with op.batch_alter_table("supplier_merge") as batch:
        batch.create_index(batch.f("ix_supplier_merge_from_id"), ["from_id"])
        batch.create_index(batch.f("ix_supplier_merge_into_id"), ["into_id"])

    op.create_table(
        "product_draft",
        sa.Column("id", BIG_KEY, nullable=False),
        sa.Column("public_id", sa.String(length=24), nullable=False),
        sa.Column("supplier_id", BIG_KEY, nullable=False),
        sa.Column("product_id", BIG_KEY, nullable=True),
        sa.Column("account_id", BIG_KEY, nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("scan_id", BIG_KEY, nullable=True),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("handed_in_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_product_draft_account_id")),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_product_draft_product_id")),
        sa.ForeignKeyConstraint(["scan_id"], ["photo.id"], name=op.f("fk_product_draft_scan_id")),
        sa.ForeignKeyConstraint(["supplier_id"], ["supplier.id"], name=op.f("fk_product_draft_supplier_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_product_draft")),
        sa.UniqueConstraint("public_id", name=op.f("uq_product_draft_public_id")),
    )
    with op.batch_alter_table("product_draft") as batch:
        batch.create_index(batch.f("ix_product_draft_product_id"), ["product_id"])
        batch.create_index(batch.f("ix_product_draft_supplier_id"), ["supplier_id"])

    op.create_table(
        "product_merge",
        sa.Column("id", BIG_KEY, nullable=False),
        sa.Column("from_id", BIG_KEY, nullable=False),
        sa.Column("into_id", BIG_KEY, nullable=False),
        sa.Column("undoes_id", BIG_KEY, nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", BIG_KEY, nullable=True),
        sa.CheckConstraint("from_id <> into_id", name=op.f("ck_product_merge_two")),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_product_merge_account_id")),
        sa.ForeignKeyConstraint(["from_id"], ["product.id"], name=op.f("fk_product_merge_from_id")),
        sa.ForeignKeyConstraint(["into_id"], ["product.id"], name=op.f("fk_product_merge_into_id")),
        sa.ForeignKeyConstraint(["undoes_id"], ["product_merge.id"], name=op.f("fk_product_merge_undoes_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_product_merge")),
        sa.UniqueConstraint("undoes_id", name=op.f("uq_product_merge_undoes_id")),
    )
    with op.batch_alter_table("product_merge") as batch:
        batch.create_index(batch.f("ix_product_merge_from_id"), ["from_id"])
        batch.create_index(batch.f("ix_product_merge_into_id"), ["into_id"])

    op.create_table(
        "draft_photo",
        sa.Column("draft_id", BIG_KEY, nullable=False),
        sa.Column("photo_id", BIG_KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("alt", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["draft_id"], ["product_draft.id"], name=op.f("fk_draft_photo_draft_id")),
        sa.ForeignKeyConstraint(["photo_id"], ["photo.id"], name=op.f("fk_draft_photo_photo_id")),
        sa.PrimaryKeyConstraint("draft_id", "photo_id", name=op.f("pk_draft_photo")),
    )
    op.create_table(
        "call_note",
        sa.Column("id", BIG_KEY, nullable=False),
        sa.Column("lead_id", BIG_KEY, nullable=False),
        sa.Column("outcome", sa.String(length=16), nullable=False),
        sa.Column("account_id", BIG_KEY, nullable=True),
        sa.Column("noted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("corrects_id", BIG_KEY, nullable=True),
        sa.CheckConstraint(
            "outcome IN ('told','no_answer','call_again','wrong_number','sent_link','taken_back')",
            name=op.f("ck_call_note_outcome"),
        ),
        sa.CheckConstraint(
            "(outcome = 'taken_back') = (corrects_id IS NOT NULL)", name=op.f("ck_call_note_corrects")
        ),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_call_note_account_id")),
        sa.ForeignKeyConstraint(["corrects_id"], ["call_note.id"], name=op.f("fk_call_note_corrects_id")),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_call_note_lead_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call_note")),
        sa.UniqueConstraint("corrects_id", name=op.f("uq_call_note_corrects_id")),
    )
    with op.batch_alter_table("call_note") as batch:
        batch.create_index(batch.f("ix_call_note_lead_id_id"), ["lead_id", "id"])

    with op.batch_alter_table("account") as batch:
        batch.add_column(sa.Column("totp_confirmed_at", sa.DateTime(timezone=True), nullable=True))
        batch.add_column(sa.Column("totp_last_step", sa.BigInteger(), nullable=True))
        batch.add_column(sa.Column("erased_at", sa.DateTime(timezone=True), nullable=True))
        batch.add_column(sa.Column("morning_mail_stopped_at", sa.DateTime(timezone=True), nullable=True))
        batch.drop_constraint(op.f("ck_account_reachable"), type_="check")
        batch.create_check_constraint(op.f("ck_account_reachable"), f"{REACHABLE} OR erased_at IS NOT NULL")

    with op.batch_alter_table("certificate") as batch:
        batch.add_column(sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True))
        batch.add_column(sa.Column("declined_at", sa.DateTime(timezone=True), nullable=True))
        batch.add_column(sa.Column("declined_by_id", BIG_KEY, nullable=True))
        batch.create_foreign_key(batch.f("fk_certificate_declined_by_id"), "account", ["declined_by_id"], ["id"])

    with op.batch_alter_table("lead_event") as batch:
        batch.add_column(sa.Column("party_id", BIG_KEY, nullable=True))
        batch.create_index(batch.f("ix_lead_event_party_id"), ["party_id"])
        batch.create_foreign_key(batch.f("fk_lead_event_party_id"), "party", ["party_id"], ["id"])
    _guard_again("lead_event")

    with op.batch_alter_table("mailbox") as batch:
        batch.add_column(sa.Column("account_id", BIG_KEY, nullable=True))
        batch.create_index(batch.f("ix_mailbox_account_id"), ["account_id"])
        batch.create_foreign_key(batch.f("fk_mailbox_account_id"), "account", ["account_id"], ["id"])

    with op.batch_alter_table("photo") as batch:
        batch.add_column(sa.Column("rendered_at", sa.DateTime(timezone=True), nullable=True))

    with op.batch_alter_table("product") as batch:
        batch.drop_constraint(op.f("ck_product_state"), type_="check")
        batch.create_check_constraint(op.f("ck_product_state"), PRODUCT_STATES.replace(")", ",'paused')"))
        batch.add_column(sa.Column("pending_version_id", BIG_KEY, nullable=True))
        batch.add_column(sa.Column("pending_class", sa.String(8), nullable=True))
        batch.add_column(sa.Column("merged_into_id", BIG_KEY, nullable=True))
        batch.create_index(batch.f("ix_product_merged_into_id"), ["merged_into_id"])
        batch.create_foreign_key(batch.f("fk_product_merged_into_id"), "product", ["merged_into_id"], ["id"])
        batch.create_foreign_key("fk_product_pending_version_id", "product_version", ["pending_version_id"], ["id"])

    with op.batch_alter_table("supplier") as batch:
        batch.add_column(sa.Column("merged_into_id", BIG_KEY, nullable=True))
        batch.add_column(sa.Column("link_epoch", sa.Integer(), nullable=False, server_default="0"))
        batch.add_column(sa.Column("phone_doubted_at", sa.DateTime(timezone=True), nullable=True))
        batch.add_column(sa.Column("usual_answer_minutes", sa.Integer(), nullable=True))
        batch.drop_constraint(op.f("ck_supplier_state"), type_="check")
        batch.create_check_constraint(op.f("ck_supplier_state"), STATES.replace("(", "('applied',"))
        batch.create_index(batch.f("ix_supplier_merged_into_id"), ["merged_into_id"])
        batch.create_foreign_key(batch.f("fk_supplier_merged_into_id"), "supplier", ["merged_into_id"], ["id"])
    with op.batch_alter_table("supplier") as batch:
        batch.alter_column("link_epoch", existing_type=sa.Integer(), existing_nullable=False, server_default=None)
    for table in FACTS:
        for statement in append_only_statements(op.get_bind().dialect.name, table):
            op.execute(statement)


def _guard_again(table: str) -> None:
    """SQLite changes a table by making it anew, and its triggers go with the old one."""
    dialect = op.get_bind().dialect.name
    for statement in append_only_statements(dialect, table) if dialect == "sqlite" else ():
        op.execute(statement)


def downgrade() -> None:
    op.execute("DELETE FROM account WHERE erased_at IS NOT NULL AND email IS NULL AND phone IS NULL")
    op.execute("UPDATE supplier SET state = 'closed' WHERE state = 'applied'")
    op.execute("UPDATE product SET state = 'removed' WHERE state = 'paused'")
    with op.batch_alter_table("supplier") as batch:
        batch.drop_constraint(batch.f("fk_supplier_merged_into_id"), type_="foreignkey")
        batch.drop_index(batch.f("ix_supplier_merged_into_id"))
        batch.drop_constraint(op.f("ck_supplier_state"), type_="check")
        batch.create_check_constraint(op.f("ck_supplier_state"), STATES)
        batch.drop_column("usual_answer_minutes")
        batch.drop_column("phone_doubted_at")
        batch.drop_column("link_epoch")
        batch.drop_column("merged_into_id")

    with op.batch_alter_table("product") as batch:
        batch.drop_constraint(op.f("ck_product_state"), type_="check")
        batch.create_check_constraint(op.f("ck_product_state"), PRODUCT_STATES)
        batch.drop_constraint("fk_product_pending_version_id", type_="foreignkey")
        batch.drop_constraint(batch.f("fk_product_merged_into_id"), type_="foreignkey")
        batch.drop_index(batch.f("ix_product_merged_into_id"))
        batch.drop_column("merged_into_id")
        batch.drop_column("pending_class")
        batch.drop_column("pending_version_id")

    with op.batch_alter_table("photo") as batch:
        batch.drop_column("rendered_at")

    with op.batch_alter_table("mailbox") as batch:
        batch.drop_constraint(batch.f("fk_mailbox_account_id"), type_="foreignkey")
        batch.drop_index(batch.f("ix_mailbox_account_id"))
        batch.drop_column("account_id")

    with op.batch_alter_table("lead_event") as batch:
        batch.drop_constraint(batch.f("fk_lead_event_party_id"), type_="foreignkey")
        batch.drop_index(batch.f("ix_lead_event_party_id"))
        batch.drop_column("party_id")
    _guard_again("lead_event")

    with op.batch_alter_table("certificate") as batch:
        batch.drop_constraint(batch.f("fk_certificate_declined_by_id"), type_="foreignkey")
        batch.drop_column("declined_by_id")
        batch.drop_column("declined_at")
        batch.drop_column("withdrawn_at")

    with op.batch_alter_table("account") as batch:
        batch.drop_constraint(op.f("ck_account_reachable"), type_="check")
        batch.create_check_constraint(op.f("ck_account_reachable"), REACHABLE)
        batch.drop_column("morning_mail_stopped_at")
        batch.drop_column("erased_at")
        batch.drop_column("totp_last_step")
        batch.drop_column("totp_confirmed_at")

    op.drop_table("call_note")
    op.drop_table("draft_photo")
    op.drop_table("product_merge")
    op.drop_table("product_draft")
    op.drop_table("supplier_merge")
    op.drop_table("supplier_decision")
    op.drop_table("supplier_application")
    op.drop_table("member_invitation")
    op.drop_table("claim_code")
    op.drop_table("claim")
    op.drop_table("data_request")
    op.drop_table("signin_session")
    op.drop_table("review_message")
    op.drop_table("recovery_code")
    op.drop_table("pending_login")
    op.drop_table("listing_report")
    op.drop_table("distinct_pair")
