"""The passwords of eight characters or more that are guessed first, here and elsewhere."""

GUESSED = frozenset(
    """
    00000000 000000000 0000000000 0123456789 01234567 012345678 01010101 11111111 111111111 1111111111 11223344
    11112222 112233445566 12121212 12131415 12312312 123123123 123123123a 1231231234 12341234 123412345 12344321
    12345678 123456780 123456781 1234567810 12345678910 123456789 123456789a 123456789q 1234567890 1234567891
    12345678a 123456aa 123456abc 123456Aa@ 1234abcd 123abc123 123qweasd 123qwe123 147258369 147852369 159753456
    18102003 19051890 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 20052005 20002000 22222222 23456789 33333333 44444444
    55555555 66666666 66668888 68686868 77777777 78787878 789456123 79797979 87654321 88888888 888888888
    963852741 987654321 9876543210 98765432 99999999 999999999 a1234567 a12345678 a123456789 aa123456 aa12345678
    aaaaaaaa abc12345 abc123456 abc@1234 abcd1234 abcd@1234 abcdefgh admin123 admin@123 administrator anhyeuem
    anhyeuem123 anhnhoem asdasdasd asdf1234 asdfasdf asdfghjk asdfghjkl asdqwe123 baobinh123 baseball changeme
    chocolate computer congchua conchimnon danghieu doraemon dragon123 emyeuanh facebook familyfamily football
    gia12345 giadinh1 giadinh123 google123 hanoi123 hoanganh hoilamgi homnaynha iloveyou iloveyou1 iloveyou123
    internet jennifer khongbiet khongcopass khongcogi kimcuong letmein1 liverpool loveyou1 loveyou123 maiyeuem
    matkhau1 matkhau12 matkhau123 matkhau1234 matkhau12345 matkhaula mat_khau michael1 minhanh123 minhminh
    mynameis naruto123 nguyenvan nguyenvana nguyen123 oanhoanh p@ssw0rd p@ssword passw0rd passwd123 password
    password1 password12 password123 password1234 pass1234 phuong123 pikachu1 princess q1w2e3r4 qazwsxedc
    qwe12345 qwe123456 qweasdzxc qweqweqwe qwer1234 qwerasdf qwert123 qwerty12 qwerty123 qwerty1234 qwertyui
    qwertyuiop quenmatkhau sunshine superman taothich thanhcong thanhtam thienthan thuongem tinhyeu1 tinhyeu123
    toanthang trustno1 tuananh123 vietnam1 vietnam123 vinhvien welcome1 welcome123 whatever xinchao1 xinchao123
    yeuemnhieu yeuemmai zaq12wsx zxcvbnm1 zxcvbnm123 zxcvbnm, chophien ocop2026 ocop1234 hoptacxa hoptacxa1
    hoptacxa123 quangbach bunkho123 thainguyen backan123
    """.casefold().split()
)


def is_guessed(password: str) -> bool:
    """Whether it is one of them, in whatever case, or one letter over and over."""
    return password.casefold() in GUESSED or len(set(password)) == 1
