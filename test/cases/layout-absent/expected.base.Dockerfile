FROM alpine:3.24
RUN apt-get update && apt-get install -y apache2 postgresql php-fpm
COPY site.conf /etc/apache2/sites-available/000-default.conf
RUN echo "host all all 0.0.0.0/0 md5" >> /etc/postgresql/15/main/pg_hba.conf
RUN sed -i 's/^;clear_env/clear_env/' /etc/php/8.2/fpm/pool.d/www.conf
CMD ["php-fpm8.2", "-F"]
