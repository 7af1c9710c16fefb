"""Words of the catalogue: classes, certificates, months, and what happens to products."""

from marketplace.catalogue.vocabulary.certificates import (
    CERTIFICATE_KIND_LABELS,
    CertificateState,
    add_months,
    certificate_state,
    chosen_certificate,
    expiry_of,
    rule_of,
)
from marketplace.catalogue.vocabulary.classes import (
    OcopClass,
    all_classes,
    class_codes_under,
    ocop_class,
)
from marketplace.catalogue.vocabulary.given import NewCertificate, NewOffer, NewPack, NewProduct, Words
from marketplace.catalogue.vocabulary.happenings import ListConfirmed, ListHandedIn, ProductChanged
from marketplace.catalogue.vocabulary.months import ALL_YEAR, months_label, months_mask, months_of
from marketplace.catalogue.vocabulary.proposals import propose_class

__all__ = [
    "ALL_YEAR",
    "CERTIFICATE_KIND_LABELS",
    "CertificateState",
    "ListConfirmed",
    "ListHandedIn",
    "NewCertificate",
    "NewOffer",
    "NewPack",
    "NewProduct",
    "OcopClass",
    "ProductChanged",
    "Words",
    "add_months",
    "all_classes",
    "certificate_state",
    "chosen_certificate",
    "class_codes_under",
    "expiry_of",
    "months_label",
    "months_mask",
    "months_of",
    "ocop_class",
    "propose_class",
    "rule_of",
]
