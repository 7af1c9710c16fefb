"""The house's refusals as pages and, under ``/api/``, as ``application/problem+json`` (RFC 9457)."""

import logging
from http import HTTPStatus

from flask import Flask, Response, jsonify, make_response, redirect, request, url_for
from werkzeug.exceptions import HTTPException, SecurityError

from marketplace.core.errors import Conflict, Forbidden, HouseError, Missing, Refused, Unavailable
from marketplace.core.texts import N_
from marketplace.web.language import present_address, translate
from marketplace.web.pages import page
from marketplace.web.sections import SecondFactorNeeded, SignInNeeded

log = logging.getLogger(__name__)

STATUS: dict[type[HouseError], int] = {
    Refused: 422,
    Missing: 404,
    Forbidden: 403,
    Conflict: 409,
    Unavailable: 503,
}
TITLES = {
    400: N_("Yêu cầu chưa đúng"),
    401: N_("Cần đăng nhập"),
    403: N_("Không có quyền"),
    404: N_("Không tìm thấy trang"),
    405: N_("Không làm được ở đây"),
    409: N_("Vừa có người thay đổi trước"),
    413: N_("Gửi lên quá lớn"),
    422: N_("Chưa thực hiện được"),
    429: N_("Gửi quá nhiều lần"),
    500: N_("Có lỗi ở phía chúng tôi"),
    503: N_("Đang bận"),
}
_HTTP_MESSAGES = {
    400: N_("Trình duyệt gửi lên điều mà trang này không hiểu."),
    404: N_("Địa chỉ này không có, hoặc đã được dời đi."),
    405: N_("Trang này không nhận kiểu yêu cầu đó."),
    413: N_("Hãy gửi ít hơn, hoặc chia làm nhiều lần."),
    429: N_("Xin đợi một lát rồi thử lại."),
}
_OUR_FAULT = N_("Lỗi đã được ghi lại; xin thử lại sau ít phút. Nếu bạn vừa gửi gì, điều ấy chưa được lưu.")


def register_errors(app: Flask) -> None:
    """Have every refusal of the house, and of Flask itself, answered in the reader's language."""
    app.register_error_handler(HouseError, _house_error)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(SignInNeeded, _sign_in_needed)
    app.register_error_handler(SecondFactorNeeded, _second_factor_needed)
    app.register_error_handler(Exception, _unexpected)


def translated(error: HouseError) -> str:
    """The error's message in the reader's language."""
    return translate(error.message, **error.params)


def _house_error(error: HouseError) -> Response:
    status = next(code for kind, code in STATUS.items() if isinstance(error, kind))
    return _answer(status, translated(error))


def _http_error(error: HTTPException) -> Response:
    if error.response is not None or (error.code or 500) < 400:
        return make_response(error.get_response())
    if isinstance(error, SecurityError):  # another site's name: no page of ours has an address under it
        return Response(translate(TITLES[400]), 400, mimetype="text/plain")
    status = error.code or 500
    response = _answer(status, translate(_HTTP_MESSAGES.get(status, _OUR_FAULT)))
    for name, value in error.get_headers(request.environ):
        if name in ("Allow", "Retry-After"):
            response.headers[name] = value
    return response


def _sign_in_needed(_error: SignInNeeded) -> Response:
    if _wants_json():
        return _answer(401, translate(N_("Việc này cần đăng nhập.")))
    back = present_address() if request.method == "GET" else None
    if request.method == "GET":
        return make_response(redirect(url_for("accounts.sign_in", next=back), 303))
    return _answer(401, translate(N_("Phiên đăng nhập đã hết. Xin đăng nhập rồi gửi lại.")))


def _second_factor_needed(_error: SecondFactorNeeded) -> Response:
    if request.method == "GET" and not _wants_json():
        return make_response(redirect(url_for("accounts.second_factor"), 303))
    return _answer(403, translate(N_("Cán bộ cần đăng nhập bằng hai lớp. Xin bật lớp thứ hai rồi làm lại.")))


def _unexpected(error: Exception) -> Response:
    where = request.url_rule or request.path  # a rule, for a path may hold a private link
    log.exception("unexpected error at %s %s", request.method, where, exc_info=error)
    return _answer(500, translate(_OUR_FAULT))


def _wants_json() -> bool:
    return request.path.startswith("/api/")


def _answer(status: int, message: str) -> Response:
    title = translate(TITLES.get(status, HTTPStatus(status).phrase))
    if _wants_json():
        response = jsonify(type="about:blank", title=title, status=status, detail=message)
        response.mimetype = "application/problem+json"
        response.status_code = status
    else:
        response = page("errors/page.html", status=status, error={"status": status, "title": title, "message": message})
    response.headers["Cache-Control"] = "no-store"
    return response
